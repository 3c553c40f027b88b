import { UnstyledButton } from "@mantine/core";

/** The header of a column that sorts by it: least first, greatest first, then as the list has it. */
export function SortHeader({
  label,
  field,
  sort,
  onSort,
}: {
  readonly label: string;
  readonly field: string;
  /** What the list is sorted by. */
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
}) {
  const [next, arrow] =
    sort === field ? [`-${field}`, "↑"] : sort === `-${field}` ? [undefined, "↓"] : [field, "↕"];
  return (
    <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(next)}>
      {label} <span aria-hidden>{arrow}</span>
    </UnstyledButton>
  );
}
