import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SHORTAGE_MODULE } from "../../../../modules/shortage"
import { announceShortageWorkflow } from "../../../../workflows/shortage/announce-shortage"
import { userOf } from "../../follow-ups/actor"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { presentAnnouncement } from "../present-shortages"
import type { AdminShortageAnnouncementListResponse } from "../types"
import type { AnnounceShortage, ListAnnouncements } from "../validators"

/** When an inventory item is expected: one date for each location at most. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery,
    }: AuthenticatedMedusaRequest<unknown, ListAnnouncements>,
    response: MedusaResponse<AdminShortageAnnouncementListResponse>
  ) => {
    const announcements = await scope
      .resolve(SHORTAGE_MODULE)
      .readAnnouncements([validatedQuery.inventory_item_id])
    response.json({ announcements: announcements.map(presentAnnouncement) })
  }
)

/** Says when a supplier delivers, or that this is no longer known. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<AnnounceShortage>,
    response: MedusaResponse<AdminShortageAnnouncementListResponse>
  ) => {
    const { scope, validatedBody } = request
    const { result } = await announceShortageWorkflow(scope).run({
      input: { ...validatedBody, actor_id: userOf(request) },
    })
    const announcements = await scope
      .resolve(SHORTAGE_MODULE)
      .readAnnouncements(result.inventory_item_ids)
    response.json({ announcements: announcements.map(presentAnnouncement) })
  }
)
