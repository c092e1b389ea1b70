import type {
  AdminFollowUpListParams,
  QueueTab,
  TaskStatus,
} from "../../src/api/admin/follow-ups/types"

/** Rows on a page. */
export const PAGE_SIZE = 50

/**
 * The queue's state in the address. The search is in its fragment: browsers
 * keep that to themselves, and servers log the rest.
 */
export type QueueParams = {
  tab: QueueTab
  types: string[]
  statuses: TaskStatus[]
  assignee: string | null
  /** As the API takes it; null: the tab's own order. */
  order: QueueOrder | null
  search: string
  /** From 1. */
  page: number
  /** The task whose call sheet is open. */
  task: string | null
}

export const QUEUE_ORDERS = [
  "due_at",
  "-due_at",
  "-opened_at",
  "opened_at",
  "-order_total",
  "order_total",
  "-updated_at",
  "updated_at",
] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

const TABS: readonly QueueTab[] = ["now", "mine", "waiting", "late", "all"]
const STATUSES: readonly TaskStatus[] = [
  "open",
  "waiting",
  "completed",
  "canceled",
]

/** Parses `?…#…` of the address; ignores invalid values. */
export function readQueueParams(from: string): QueueParams {
  const [search, fragment] = from.split("#", 2)
  const address = new URLSearchParams(search)
  const tab = TABS.find((known) => known === address.get("tab")) ?? "now"
  const page = Number(address.get("page"))
  return {
    tab,
    types: address.getAll("type").filter((type) => type !== ""),
    statuses:
      tab === "all"
        ? STATUSES.filter((status) => address.getAll("status").includes(status))
        : [],
    assignee: tab === "mine" ? null : address.get("assignee") || null,
    order: QUEUE_ORDERS.find((known) => known === address.get("order")) ?? null,
    // Links that are older than the fragment have it in the query.
    search: new URLSearchParams(fragment).get("q") ?? address.get("q") ?? "",
    page: Number.isInteger(page) && page > 1 ? page : 1,
    task: address.get("task") || null,
  }
}

/** The shortest `?…#…` for these parameters. */
export function writeQueueParams(params: QueueParams): string {
  const address = new URLSearchParams()
  if (params.tab !== "now") {
    address.set("tab", params.tab)
  }
  params.types.forEach((type) => address.append("type", type))
  if (params.tab === "all") {
    params.statuses.forEach((status) => address.append("status", status))
  }
  if (params.assignee && params.tab !== "mine") {
    address.set("assignee", params.assignee)
  }
  if (params.order) {
    address.set("order", params.order)
  }
  if (params.page > 1) {
    address.set("page", String(params.page))
  }
  if (params.task) {
    address.set("task", params.task)
  }
  const search = address.toString()
  const fragment = new URLSearchParams({ q: params.search })
  return `${search && `?${search}`}${params.search && `#${fragment}`}`
}

/** The parameters of the server request. */
export function listParams(params: QueueParams): AdminFollowUpListParams {
  return {
    tab: params.tab,
    ...(params.types.length > 0 && { type: params.types }),
    ...(params.statuses.length > 0 && { status: params.statuses }),
    ...(params.assignee && { assignee_id: params.assignee }),
    ...(params.order && { order: params.order }),
    ...(params.search.trim() && { q: params.search.trim() }),
    limit: PAGE_SIZE,
    offset: (params.page - 1) * PAGE_SIZE,
  }
}

/** Whether there is something to find outside the tab. */
export function isSearchedElsewhere({ tab, search }: QueueParams): boolean {
  return search.trim() !== "" && tab !== "all"
}

/** The request for what a search finds outside the tab. */
export function elsewhereParams(
  params: QueueParams,
  limit: number
): AdminFollowUpListParams {
  const { tab, offset: _, ...asked } = listParams(params)
  return { ...asked, outside: tab, order: "-opened_at", limit }
}

/** Whether anything besides the tab filters the list. */
export function isFiltered(params: QueueParams): boolean {
  return (
    params.types.length > 0 ||
    params.statuses.length > 0 ||
    params.assignee !== null ||
    params.search.trim() !== ""
  )
}
