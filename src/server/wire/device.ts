import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import { wireObject } from "./wire-object.ts";

/** A device. `push_provider` is what imports call `push_provider_type`. Source: http-api section 6.8. */
export const deviceSchema = z
  .object({
    id: z.string(),
    user_id: z.string(),
    push_provider: z.string(),
    push_provider_name: z.string().optional(),
    created_at: z.iso.datetime(),
    disabled: z.boolean().optional(),
    disabled_reason: z.string().optional(),
  })
  .meta({ id: "Device" });

/** A device as the API shows it. */
export type DeviceBody = z.infer<typeof deviceSchema>;

const wire = wireObject("device", deviceSchema);

/** Presents a device. */
export function presentDevice(item: PresentedItem): object {
  return wire(item, { push_provider: item["push_provider_type"] });
}
