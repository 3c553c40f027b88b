import { types } from "pg";

/** How values become what rows hold everywhere: times canonical text, whole numbers numbers, truth values 0 and 1, JSON its text. */
export const valueTypes = {
  getTypeParser(type: number, format?: "text" | "binary"): (value: string) => unknown {
    return parsers.get(type) ?? (types.getTypeParser(type, format) as never);
  },
};

const { builtins } = types;

const parsers = new Map<number, (value: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (value) => (value === "t" ? 1 : 0)],
  [builtins.JSON, (value) => value],
  [builtins.TIMESTAMPTZ, canonical],
]);

/** `2024-05-01 10:00:00.5+00` becomes `2024-05-01T10:00:00.500000Z`; connections speak UTC. */
function canonical(value: string): string {
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(6, "0")}Z`;
}
