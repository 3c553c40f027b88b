import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ItemTypeName } from "../../src/format/index.ts";
import { comparisons } from "./comparisons.ts";
import type { Condition } from "./condition.ts";
import { fieldLabel } from "./field-label.ts";
import { filterFields } from "./filter-fields.ts";
import { filterValue } from "./filter-value.ts";

/** The conditions of a list: those that hold now, each with a way to drop it, and a form for another one. */
export function FilterBar({
  type,
  where,
  onChange,
}: {
  readonly type: ItemTypeName;
  readonly where: readonly Condition[];
  readonly onChange: (where: readonly Condition[]) => void;
}) {
  const fields = filterFields(type);
  const [name, setName] = useState(fields[0]!.name);
  const [custom, setCustom] = useState("");
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState("");
  const field = fields.find((field) => field.name === name);
  const { kind, values } = field ?? { kind: "any" as const, values: undefined };
  const ways = comparisons[kind];
  const way = ways[at] ?? ways[0]!;
  const value = way.value ?? filterValue(kind, way.operator, given);
  const asked = field ? name : custom;
  const isWhole = value !== undefined && asked !== "";
  return (
    <>
      <form
        aria-label="Filter"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) return;
          onChange([...where, [asked, way.operator, value]]);
          setGiven("");
        }}
      >
        <Group gap="xs" align="flex-end" mb="sm">
          <NativeSelect
            label="Filter by"
            value={name}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              setAt(0);
              setGiven("");
            }}
            data={[
              ...fields.map(({ name }) => ({ value: name, label: fieldLabel(name) })),
              { value: "", label: "A custom field …" },
            ]}
          />
          {!field && (
            <TextInput
              label="Custom field"
              value={custom}
              onChange={({ currentTarget }) => setCustom(currentTarget.value)}
              placeholder="address.city"
              maxLength={255}
            />
          )}
          <NativeSelect
            aria-label="Comparison"
            value={String(at)}
            onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
            data={ways.map(({ words }, n) => ({ value: String(n), label: words }))}
          />
          {way.value === undefined &&
            (values && way.operator !== "$in" ? (
              <NativeSelect
                aria-label="Value"
                value={given}
                onChange={({ currentTarget }) => setGiven(currentTarget.value)}
                data={["", ...values]}
              />
            ) : (
              <TextInput
                aria-label="Value"
                type={kind === "time" ? "datetime-local" : "text"}
                inputMode={kind === "number" ? "decimal" : undefined}
                value={given}
                onChange={({ currentTarget }) => setGiven(currentTarget.value)}
                placeholder={way.operator === "$in" ? "one, another" : undefined}
                maxLength={1000}
                dir="auto"
              />
            ))}
          <Button type="submit" variant="default" disabled={!isWhole}>
            Add filter
          </Button>
        </Group>
      </form>
      {where.length > 0 && (
        <Group gap="xs" mb="sm" role="group" aria-label="Filters that hold">
          {where.map((condition, n) => (
            <Button
              key={n}
              variant="light"
              size="compact-sm"
              aria-label={`Drop the filter: ${sentenceOf(condition)}`}
              rightSection={<span aria-hidden>✕</span>}
              onClick={() => onChange(where.filter((_, other) => other !== n))}
            >
              <bdi>{sentenceOf(condition)}</bdi>
            </Button>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
            Drop all
          </Button>
        </Group>
      )}
    </>
  );
}

/** A condition in words: `Role is admin`. */
function sentenceOf([field, operator, value]: Condition): string {
  const all = Object.values(comparisons).flat();
  const fixed = all.find((way) => way.operator === operator && way.value === value);
  if (fixed) return `${fieldLabel(field)} ${fixed.words}`;
  const words = all.find((way) => way.operator === operator)?.words ?? operator;
  return `${fieldLabel(field)} ${words} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
}
