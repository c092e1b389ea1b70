import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { shareContactWorkflow } from "../../../../workflows/follow-up/share-contact"
import { userOf } from "../actor"
import { tellingRefusals } from "../tell-refusals"
import type {
  AdminFollowUpSharedContactListResponse,
  AdminFollowUpSharedContactResponse,
} from "../types"
import type { ListPage, ShareContact } from "../validators"

/** The numbers and addresses that several people use, the newest first. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { limit, offset },
    }: AuthenticatedMedusaRequest<unknown, ListPage>,
    response: MedusaResponse<AdminFollowUpSharedContactListResponse>
  ) => {
    const { shared_contacts, count } = await scope
      .resolve(FOLLOW_UP_MODULE)
      .listSharedContacts({ limit, offset })
    response.json({
      shared_contacts: shared_contacts.map(({ created_at, ...contact }) => ({
        ...contact,
        created_at: created_at.toISOString(),
      })),
      count,
      limit,
      offset,
    })
  }
)

/** Marks a number or an address as used by several people, or no longer. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ShareContact>,
    response: MedusaResponse<AdminFollowUpSharedContactResponse>
  ) => {
    const { kind, is_shared } = request.validatedBody
    const { result } = await shareContactWorkflow(request.scope).run({
      input: { ...request.validatedBody, actor_id: userOf(request) },
    })
    response.json({ shared_contact: { kind, is_shared, ...result } })
  }
)
