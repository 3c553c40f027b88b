import { plainModule } from "./plain-module.ts";

/** What src/analyse/plain exports. Addresses are those of `memory`, sizes bytes. */
export interface PlainKernel {
  /** Its buffer is another one when it has grown. */
  readonly memory: { readonly buffer: ArrayBuffer };
  room(size: number): number;
  startRecords(): void;
  seed(): number;
  nowAt(): number;
  newTable(): number;
  tableField(
    table: number,
    name: number,
    nameLength: number,
    kind: number,
    slot: number,
    allowed: number,
    limit: number,
    told: boolean,
    nested: number,
  ): number;
  fieldValues(field: number, values: number, count: number): void;
  tableRequired(table: number, required: number): void;
  setCustomLimit(bytes: number): void;
  setSpaces(user: number, channel: number, message: number, member: number, team: number): void;
  newType(table: number, name: number, nameLength: number): number;
  itemCount(type: number): number;
  brokenItems(): number;
  readItems(
    from: number,
    before: number,
    separator: number,
    longest: number,
    ordinal: number,
  ): number;
  elementsRead(): number;
  setReporting(value: boolean): void;
  stopBefore(ordinal: number): void;
  roomForMissing(count: number): number;
  addMissing(count: number): void;
  forgetMissing(): void;
  roomForRecords(size: number): number;
  sortRecords(others: number): number;
  startsOfBuckets(): number;
  sizeOfRecords(): number;
  forget(): void;
}

/** What src/analyse/plain asks the thread that runs it. */
export interface PlainHost {
  judge(from: number, to: number): number;
  isCustom(table: number, from: number, to: number): boolean;
  isTime(from: number, to: number, into: number): boolean;
  distinctId(from: number, to: number, into: number): void;
}

/** What of WebAssembly is used; the types of Node have none of it, and those of the browser are not for all of this folder. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

let compiled: object | undefined;

/** An instance of src/analyse/plain with memory of its own. */
export function openPlainKernel(host: PlainHost): PlainKernel {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(plainModule), (character) => character.charCodeAt(0)),
  );
  return new WebAssembly.Instance(compiled, { host: { ...host } }).exports as PlainKernel;
}
