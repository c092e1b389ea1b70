import type { Instant } from "../types"

/** `POST /admin/follow-ups/scripts/preview` */
export type AdminPreviewFollowUpScript = {
  /** Liquid. */
  text: string
  /** A language tag: weekdays, amounts and times are formatted for it. */
  locale: string
  /** The order to fill in; the latest one if omitted. */
  order_id?: string
}

export type AdminFollowUpScriptFault = {
  /** Counts from 1. */
  line: number
  column: number
  /** What is wrong, in English; translate by `kind`. */
  message: string
  kind:
    | "unknown_variable"
    | "unknown_filter"
    | "broken_tag"
    | "failed"
    | "computes_with_text"
    | "never_equal"
    | "prints_list"
  /** The variable, filter or tag. */
  name: string | null
  /** What to write in its place, where that is known. */
  instead?: string
}

export type AdminFollowUpScriptPreviewResponse = {
  preview: {
    /** Empty if there are faults. */
    text: string
    faults: AdminFollowUpScriptFault[]
    order: { id: string; display_id: number } | null
  }
  now: Instant
}

/** `GET /admin/follow-ups/scripts/variables`: what a script may use. */
export type AdminFollowUpScriptVariablesResponse = {
  variables: {
    name: string
    /** A list's texts are joined by semicolons. */
    example: string
    /** A list has to be joined: `{{ order.items | join: ", " }}`. */
    kind: "text" | "number" | "list"
  }[]
}
