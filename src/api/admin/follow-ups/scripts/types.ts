import type { Instant } from "../types"

/** `POST /admin/follow-ups/scripts/preview` */
export type AdminPreviewFollowUpScript = {
  /** Liquid. */
  text: string
  /** A language tag: names of days, amounts and times are written in it. */
  locale: string
  /** The order to fill in; the latest one, if left out. */
  order_id?: string
}

export type AdminFollowUpScriptFault = {
  /** From 1. */
  line: number
  column: number
  /** What is wrong, in English; `kind` is there to be translated. */
  message: string
  kind: "unknown_variable" | "unknown_filter" | "broken_tag" | "failed"
  /** The variable, filter or tag. */
  name: string | null
}

export type AdminFollowUpScriptPreviewResponse = {
  preview: {
    /** Empty while there are faults. */
    text: string
    faults: AdminFollowUpScriptFault[]
    order: { id: string; display_id: number } | null
  }
  now: Instant
}

/** `GET /admin/follow-ups/scripts/variables`: what a script may say. */
export type AdminFollowUpScriptVariablesResponse = {
  variables: { name: string; example: string }[]
}
