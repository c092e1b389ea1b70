import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../../tell-refusals"
import { clockOf } from "../../../../../clock"
import {
  callOf,
  readCallSheet,
} from "../../../../../workflows/desk/call-sheet/call-sheet"
import { userOf } from "../../actor"
import { taskPresenter } from "../../present-tasks"
import type { AdminFollowUpCallSheetResponse } from "../../types"
import type { GetCallSheet } from "../../validators"
import { findVisibleTask, visibleTo } from "../../visible-to"
import { presentCustomer } from "./present-call-sheet"

/** Whom to call, what to say, what was ordered, and what happened before. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, GetCallSheet>,
    response: MedusaResponse<AdminFollowUpCallSheetResponse>
  ) => {
    const { scope, validatedQuery } = request
    const task = await findVisibleTask(request)
    const now = clockOf(scope).now()
    const { tasks, sections, customer, channels, subject } =
      await readCallSheet(
        await callOf(task, scope),
        {
          user_id: userOf(request),
          visible_to: await visibleTo(request),
          locale: validatedQuery.locale,
          now,
        },
        scope
      )
    const present = await taskPresenter(
      tasks.map(({ task }) => task),
      now,
      scope
    )
    response.json({
      call_sheet: {
        tasks: tasks.map(({ task, ...say }) => ({
          follow_up: present(task),
          ...say,
        })),
        sections,
        ...presentCustomer(customer),
        channels,
        subject,
      },
      now: now.toISOString(),
    })
  }
)
