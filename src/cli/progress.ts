import { printable } from "./printable.ts";
import { formatBytes, formatDuration, formatNumber } from "./numbers.ts";

/** How far something is. */
export interface ProgressState {
  /** What is being done, in a word or two. */
  readonly phase: string;
  readonly done: number;
  /** What `done` will be at the end; undefined where nobody knows. */
  readonly total: number | undefined;
  /** Items so far. */
  readonly items?: number;
  readonly issues?: number;
}

/** A line on the terminal that is rewritten as work goes on. */
export interface Progress extends Disposable {
  readonly show: (state: ProgressState) => void;
  /** Writes a line of its own, which stays; also where there is no terminal. */
  readonly say: (line: string) => void;
}

const interval = 100;

/** Opens the line on a terminal; elsewhere no state is ever written. Disposing of it removes the line. */
export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const say = (line: string) => void stream.write(`${printable(line)}\n`);
  if (!stream.isTTY) return { show: () => undefined, say, [Symbol.dispose]: () => undefined };
  let began = 0;
  let first = 0;
  let phase = "";
  let shown = 0;
  const clear = () => stream.write("\r\u001b[K");
  return {
    show(state) {
      const now = performance.now();
      if (state.phase !== phase) {
        phase = state.phase;
        began = now;
        first = state.done;
        shown = 0;
      }
      if (now - shown < interval) return;
      shown = now;
      clear();
      stream.write(
        progressLine(state, state.done - first, now - began).slice(0, (stream.columns || 80) - 1),
      );
    },
    say(line) {
      clear();
      say(line);
    },
    [Symbol.dispose]: clear,
  };
}

/** The line: phase, share, how long it will still take, rate, items, issues; the end may be cut on a narrow terminal. `progress` is what was done in `elapsed` milliseconds. */
function progressLine(state: ProgressState, progress: number, elapsed: number): string {
  const { phase, done, total, items, issues } = state;
  const rate = elapsed > 0 ? (progress / elapsed) * 1000 : 0;
  const parts = [phase.padEnd(10)];
  if (total) parts.push(`${String(Math.floor((100 * done) / total)).padStart(3)} %`);
  if (total && elapsed > 500 && rate > 0) {
    parts.push(`${formatDuration(((total - done) / rate) * 1000)} left`);
  }
  parts.push(`${formatBytes(done)}${total ? ` of ${formatBytes(total)}` : ""}`);
  if (elapsed > 500) parts.push(`${formatBytes(rate)}/s`);
  if (items !== undefined) parts.push(`${formatNumber(items)} items`);
  if (issues) parts.push(`${formatNumber(issues)} issues`);
  return parts.join("  ");
}
