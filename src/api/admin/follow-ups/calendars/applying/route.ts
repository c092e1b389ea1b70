import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  applyingCalendar,
  type AskedRule,
  catchAllPlaybook,
  findCalendar,
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  type Playbook,
} from "../../../../../modules/follow-up"
import { clockOf } from "../../../../../clock"
import { Refusal } from "../../../../../refusals"
import {
  type Reference,
  referenceNames,
} from "../../../../../shop/bound-records"
import type {
  AdminFollowUpApplyingCalendarResponse,
  AdminFollowUpReference,
} from "../types"
import type { GetApplyingCalendar } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** Which calendar a task would run under, and which rules were tried first. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, GetApplyingCalendar>,
    response: MedusaResponse<AdminFollowUpApplyingCalendarResponse>
  ) => {
    const { scope, validatedQuery } = request
    const { type, playbook_id } = validatedQuery
    const followUp = scope.resolve(FOLLOW_UP_MODULE)
    refuseUnknownType(type, followUp)
    const book = await followUp.readRuleBook(clockOf(scope).now())
    const { playbook, before } =
      playbook_id === undefined
        ? catchAllPlaybook(
            type,
            book.playbooks,
            followUp.settings.playbooks.get(type)?.definition.conditions
          )
        : {
            playbook: playbookNamed(playbook_id, type, book.playbooks),
            before: [],
          }
    const { calendar, because, asked } = applyingCalendar(
      {
        type,
        sales_channel_id: validatedQuery.sales_channel_id ?? null,
        stock_location_id: validatedQuery.stock_location_id ?? null,
        region_id: validatedQuery.region_id ?? null,
      },
      playbook,
      book
    )
    const nameOf = await referenceNames(asked.flatMap(boundTo), scope)
    response.json({
      applying: {
        calendar: { id: calendar.id, name: calendar.name },
        because,
        asked: asked.map((question) => ({
          rule: question.rule,
          reference: referenceOf(question),
          fits: question.fits,
        })),
        own_calendars: before.flatMap(({ id, name, definition }) =>
          definition.calendar_id === null
            ? []
            : [
                {
                  playbook: { id, name },
                  calendar: calendarNamed(definition.calendar_id),
                },
              ]
        ),
      },
    })

    function calendarNamed(calendar_id: string): AdminFollowUpReference {
      const { id, name } = findCalendar(calendar_id, book)
      return { id, name }
    }

    function referenceOf(question: AskedRule): AdminFollowUpReference | null {
      if (question.rule === "playbook") {
        return playbook && { id: playbook.id, name: playbook.name }
      }
      const [reference] = boundTo(question)
      return reference
        ? {
            id: reference.reference_id,
            name: nameOf(reference) ?? reference.reference_id,
          }
        : null
    }
  }
)

/** The record that a rule about a binding looked for. */
function boundTo({ rule, reference_id }: AskedRule): Reference[] {
  return reference_id === null || rule === "playbook" || rule === "default"
    ? []
    : [{ scope: rule, reference_id }]
}

function playbookNamed(
  playbook_id: string,
  type: string,
  playbooks: readonly Playbook[]
): Playbook {
  const playbook = playbooks.find(({ id }) => id === playbook_id)
  if (playbook?.type !== type) {
    throw new Refusal("no_such_playbook", { was: playbook_id, type }, [
      "playbook_id",
    ])
  }
  return playbook
}

function refuseUnknownType(
  type: string,
  { settings }: Pick<FollowUpModuleService, "settings">
): void {
  if (!settings.types.has(type)) {
    throw new Refusal(
      "unknown_word",
      { was: type, allowed: [...settings.types.keys()] },
      ["type"]
    )
  }
}
