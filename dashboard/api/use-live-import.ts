import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ImportTask } from "../../src/server/index.ts";
import { clientOf } from "./client-of.ts";
import { importQuery } from "./import-query.ts";

/** Keeps an import, and the lists that show it, as the server tells it while it goes on. One at a time: a browser holds six connections to a server, and each stream takes one.
 *
 * @param id undefined: none */
export function useLiveImport(app: string, id: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (id === undefined) return undefined;
    const closing = new AbortController();
    void follow(queryClient, app, id, closing.signal);
    return () => closing.abort();
  }, [queryClient, app, id]);
}

async function follow(
  queryClient: QueryClient,
  app: string,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const task of clientOf(app).watchImport(id, signal)) keep(queryClient, app, task);
  } catch {
    // Whoever looks at it asks again by the query, and sees why it cannot be told.
  }
  if (!signal.aborted) await queryClient.invalidateQueries({ queryKey: ["import", app, id] });
}

function keep(queryClient: QueryClient, app: string, task: ImportTask): void {
  queryClient.setQueryData<ImportTask>(importQuery(app, task.id).queryKey, (known) => {
    // Events bring the first ten issues, the import by itself the first thousand.
    const result = known?.state === task.state ? known.result : task.result;
    return { ...task, result };
  });
  queryClient.setQueriesData<readonly ImportTask[]>({ queryKey: ["imports", app] }, (list) =>
    list?.map((shown) => (shown.id === task.id ? task : shown)),
  );
}
