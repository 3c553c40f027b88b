import { VisuallyHidden } from "@mantine/core";
import { keepPreviousData, useQuery, type UseQueryOptions } from "@tanstack/react-query";
import { useNavigate, useRouter, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ItemTypeName } from "../../src/format/index.ts";
import type { ItemPage } from "../api/item-page.ts";
import { DataTable } from "../parts/data-table.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { Failure } from "../parts/failure.tsx";
import { LoadingPage } from "../parts/loading-page.tsx";
import { Pager } from "../parts/pager.tsx";
import { FilterBar } from "./filter-bar.tsx";
import type { ListSearch } from "./list-search.ts";
import { SortHeader } from "./sort-header.tsx";

/** A column of a list. */
export interface ItemColumn<Item> {
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  readonly align?: "start" | "end";
  /** The field that the column is sorted by. Default: it is not. */
  readonly sort?: string;
}

/** A list of items with its filters, sorts and pages, all of which stand in the address. */
export function ItemList<Item>({
  type,
  label,
  search,
  query,
  columns,
  keyOf,
  empty,
}: {
  readonly type: ItemTypeName;
  /** What is listed. */
  readonly label: string;
  readonly search: ListSearch;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the key of the query is
  readonly query: UseQueryOptions<ItemPage<Item>, Error, ItemPage<Item>, any>;
  readonly columns: readonly ItemColumn<Item>[];
  readonly keyOf: (item: Item) => string;
  /** What is said where there is none at all. */
  readonly empty: ReactNode;
}) {
  const navigate = useNavigate();
  const { history } = useRouter();
  const page = useRouterState({ select: ({ location }) => location.state.listPage ?? 0 });
  const { data, error, isPlaceholderData } = useQuery({
    ...query,
    placeholderData: keepPreviousData,
  });
  const go = (change: ListSearch, listPage = 0) =>
    void navigate({
      to: ".",
      search: { ...search, after: undefined, ...change },
      state: { listPage },
    });
  const where = search.where ?? [];
  const isFiltered = where.length > 0 || search.words !== undefined;
  const shown = columns.map(({ header, cell, align = "start", sort }) => ({
    header: sort ? (
      <SortHeader label={header} field={sort} sort={search.sort} onSort={(sort) => go({ sort })} />
    ) : (
      header
    ),
    cell,
    align,
    sorted:
      sort && search.sort?.replace(/^-/, "") === sort
        ? search.sort.startsWith("-")
          ? ("descending" as const)
          : ("ascending" as const)
        : undefined,
  }));
  return (
    <>
      <FilterBar
        type={type}
        where={where}
        onChange={(where) => go({ where: where.length > 0 ? where : undefined })}
      />
      <Failure error={error} />
      {!error && !data && <LoadingPage />}
      {!error && data?.items.length === 0 && (
        <EmptyState
          title={isFiltered ? "Nothing is like that" : `No ${label.toLowerCase()} yet`}
          about={isFiltered ? "Drop a filter, or look for something else." : empty}
        />
      )}
      {!error && data && data.items.length > 0 && (
        <div aria-busy={isPlaceholderData}>
          <DataTable label={label} columns={shown} rows={data.items} keyOf={keyOf} />
          <Pager
            where={page > 0 ? `Page ${page + 1}` : search.after ? "A later page" : "Page 1"}
            onPrevious={page > 0 ? () => history.back() : search.after ? () => go({}) : undefined}
            onNext={data.next === undefined ? undefined : () => go({ after: data.next }, page + 1)}
          />
        </div>
      )}
      <VisuallyHidden role="status">
        {data && !isPlaceholderData
          ? `${data.items.length} ${label.toLowerCase()} on this page`
          : ""}
      </VisuallyHidden>
    </>
  );
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** How many pages of a list lie before the one that is shown. */
    listPage?: number;
  }
}
