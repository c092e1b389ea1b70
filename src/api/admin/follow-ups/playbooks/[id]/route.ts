import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  FOLLOW_UP_MODULE,
  type PlaybookChange,
} from "../../../../../modules/follow-up"
import { clockOf } from "../../../../../clock"
import type { AdminFollowUpDryRunResponse } from "../../calendars/types"
import { answerDryRun, changeRules } from "../../rule-changes"
import { findPlaybook } from "../find-playbook"
import { parseDefinition } from "../parse-definition"
import { answerPlaybook } from "../present-playbooks"
import type {
  AdminFollowUpPlaybookDeleteResponse,
  AdminFollowUpPlaybookResponse,
} from "../types"
import type { DryRunOrNot } from "../../validators"
import type { UpdatePlaybook } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

export const GET = tellingRefusals(
  async (
    { scope, params }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpPlaybookResponse>
  ) => {
    await answerPlaybook(params.id, scope, response)
  }
)

/** Changes a playbook, or previews what that would do to open tasks. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<UpdatePlaybook, DryRunOrNot>,
    response: MedusaResponse<
      AdminFollowUpPlaybookResponse | AdminFollowUpDryRunResponse
    >
  ) => {
    const { scope } = request
    const change = await changeOf(request)
    if (request.validatedQuery.dry_run) {
      await answerDryRun(change, request, response)
      return
    }
    await changeRules(change, request)
    await answerPlaybook(change.id, scope, response)
  }
)

/** Deletes a playbook; its open tasks keep the version that they run under. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpPlaybookDeleteResponse>
  ) => {
    const id = request.params.id ?? ""
    await changeRules({ kind: "delete_playbook", id }, request)
    response.json({ id, object: "follow_up_playbook", deleted: true })
  }
)

async function changeOf({
  scope,
  params,
  validatedBody,
}: AuthenticatedMedusaRequest<UpdatePlaybook>): Promise<
  Extract<PlaybookChange, { kind: "update_playbook" }>
> {
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const book = await followUp.readRuleBook(clockOf(scope).now())
  const { id, type } = findPlaybook(params.id, book)
  const { definition, ...fields } = validatedBody
  return {
    kind: "update_playbook",
    id,
    ...fields,
    ...(definition !== undefined && {
      definition: await parseDefinition(type, definition, book, scope),
    }),
  }
}
