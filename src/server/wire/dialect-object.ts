import * as z from "zod";
import { oneEditApart } from "../../format/index.ts";

/** An object that clients of the hosted service send: names that are not known are passed over, as there, but for those that are nearly a known one, which would have no effect without anybody's noticing. */
export function dialectObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z
    .looseObject(shape)
    .superRefine((given, context) => {
      for (const name of Object.keys(given)) {
        if (Object.hasOwn(shape, name)) continue;
        const meant = names.find((known) => resembles(name, known));
        if (meant === undefined) continue;
        const message = `has \`${name.slice(0, 60)}\`, which is not known; did you mean \`${meant}\`?`;
        context.addIssue({ code: "custom", message });
      }
    })
    .transform(
      (given) =>
        Object.fromEntries(
          names.flatMap((name) => (Object.hasOwn(given, name) ? [[name, given[name]]] : [])),
        ) as z.output<z.ZodObject<Shape>>,
    );
}

function resembles(name: string, known: string): boolean {
  return oneEditApart(name, known) || known.startsWith(`${name}_`) || bare(name) === bare(known);
}

/** A name without what names are written in different ways by. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, "");
}
