import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { deviceQuery } from "../../../../../../api/device-query.ts";
import { ItemFields } from "../../../../../../explorer/item-fields.tsx";
import { deviceViews } from "../../../../../../explorer/item-views.ts";
import { PageHeader } from "../../../../../../parts/page-header.tsx";

export const Route = createFileRoute("/_signed-in/apps/$app/explorer/devices/$id")({
  loader: ({ context: { queryClient }, params: { app, id } }) =>
    queryClient.query({ ...deviceQuery(app, id), staleTime: "static" }),
  component: Device,
});

function Device() {
  const { app, id } = Route.useParams();
  const { data: device } = useSuspenseQuery(deviceQuery(app, id));
  return (
    <>
      <PageHeader title={id} about="Device" />
      <ItemFields app={app} item={device} views={deviceViews} />
    </>
  );
}
