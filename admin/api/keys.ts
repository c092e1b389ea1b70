import type { AdminFollowUpListParams } from "../../src/api/admin/follow-ups/types"

const all = ["follow-ups"] as const

/** The query cache key of each answer. */
export const followUpKeys = {
  all,
  commands: [...all, "commands"] as const,
  counts: [...all, "counts"] as const,
  health: [...all, "health"] as const,
  lists: [...all, "list"] as const,
  list: (params: AdminFollowUpListParams) => [...all, "list", params] as const,
  details: [...all, "detail"] as const,
  detail: (id: string) => [...all, "detail", id] as const,
  /** Among the details, so that it is refetched with them. */
  orderNotices: (order_id: string) =>
    [...all, "detail", "order-notices", order_id] as const,
  callSheets: [...all, "call-sheet"] as const,
  callSheet: (id: string, locale: string) =>
    [...all, "call-sheet", id, locale] as const,
  /**
   * `facts`: what the deadlines and their explanation depend on; they change
   * when a wait ends or the rules change.
   */
  explanation: (id: string, facts: string) =>
    [...all, "explanation", id, facts] as const,
  taskTypes: [...all, "task-types"] as const,
  assignees: [...all, "assignees"] as const,
  me: [...all, "me"] as const,
  language: (language: string) => [...all, "language", language] as const,
}
