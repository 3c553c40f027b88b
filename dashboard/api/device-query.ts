import { queryOptions } from "@tanstack/react-query";
import { notFound } from "@tanstack/react-router";
import { clientOf } from "./client-of.ts";

/** A device. Throws that it is not found where there is none. */
export function deviceQuery(app: string, id: string) {
  return queryOptions({
    queryKey: ["device", app, id],
    queryFn: async () => {
      const [device] = (await clientOf(app).queryDevices({ filter_conditions: { id } })).devices;
      if (device === undefined) throw notFound();
      return device;
    },
  });
}
