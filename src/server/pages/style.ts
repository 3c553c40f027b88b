/** The style of the pages that the server makes by itself; light or dark as the system is. */
export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1a2230, #dfe5ee);
  --dim: light-dark(#5b6676, #97a3b4);
  --line: light-dark(#dde3ea, #2b3442);
  --back: light-dark(#ffffff, #10151d);
  --soft: light-dark(#f4f6f9, #171e29);
  --accent: light-dark(#0b5cad, #6db3ff);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: var(--back); }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
code, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; }
.frame { display: grid; grid-template-columns: 17rem minmax(0, 1fr); min-height: 100vh; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem; background: var(--soft); border-right: 1px solid var(--line); }
nav h2 { margin: 1.25rem 0 .25rem; font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; color: var(--dim); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: .15rem 0; color: var(--text); overflow-wrap: anywhere; }
main { padding: 1.5rem 2.5rem 4rem; max-width: 62rem; }
h1 { margin: 0 0 .5rem; font-size: 1.7rem; }
section { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
section h3 { margin: 0; font-size: 1.05rem; }
section h4 { margin: 1.25rem 0 .25rem; font-size: .8rem; color: var(--dim); }
.path { font: 600 15px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.2em; margin-right: .5em; padding: 0 .5em; border-radius: 4px; font: 600 12px/1.7 ui-monospace, Menlo, monospace; text-align: center; color: #fff; background: #475569; }
.GET { background: #0b6e99; } .POST { background: #18794e; } .PUT, .PATCH { background: #9a5b00; } .DELETE { background: #b42318; }
.dim { color: var(--dim); }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--dim); }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { white-space: nowrap; }
.fields th:first-child { width: 32%; } .fields th:nth-child(2) { width: 25%; }
@media (max-width: 48rem) {
  .frame { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1.25rem; }
  table { display: block; overflow-x: auto; }
}
`;
