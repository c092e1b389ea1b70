import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { changeRules } from "../rule-changes"
import { parseDefinition } from "./parse-definition"
import { answerPlaybook, playbookPresenter } from "./present-playbooks"
import type {
  AdminFollowUpPlaybookListResponse,
  AdminFollowUpPlaybookResponse,
} from "./types"
import type { CreatePlaybook, ListPlaybooks } from "./validators"
import { tellingRefusals } from "../tell-refusals"

/** The shop's playbooks, by type, in the order in which they are tried. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery,
    }: AuthenticatedMedusaRequest<unknown, ListPlaybooks>,
    response: MedusaResponse<AdminFollowUpPlaybookListResponse>
  ) => {
    const { limit, offset } = validatedQuery
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    const now = clockOf(scope).now()
    const { playbooks } = await followUp.readRuleBook(now)
    const page = playbooks.slice(offset, offset + limit)
    response.json({
      playbooks: page.map(await playbookPresenter(page, scope)),
      count: playbooks.length,
      limit,
      offset,
      now: now.toISOString(),
    })
  }
)

/** Adds a playbook, as the last of its type. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CreatePlaybook>,
    response: MedusaResponse<AdminFollowUpPlaybookResponse>
  ) => {
    const { scope, validatedBody } = request
    const { name, type, enabled, definition } = validatedBody
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    const book = await followUp.readRuleBook(clockOf(scope).now())
    const id = generateEntityId(undefined, "fuplay")
    await changeRules(
      {
        kind: "create_playbook",
        id,
        type,
        name,
        enabled,
        definition: await parseDefinition(type, definition, book, scope),
      },
      request
    )
    await answerPlaybook(id, scope, response)
  }
)
