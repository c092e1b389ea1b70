import type { Instant } from "../types"

export type AdminFollowUpCannedAnswer = {
  id: string
  name: string
  /** The task types that it is offered for; empty means all. */
  types: string[]
  /** Liquid, by language. */
  texts: Record<string, string>
  position: number
  created_at: Instant
  updated_at: Instant
}

/** `GET /admin/follow-ups/canned-answers` */
export type AdminFollowUpCannedAnswerListResponse = {
  canned_answers: AdminFollowUpCannedAnswer[]
  count: number
  limit: number
  offset: number
}

export type AdminFollowUpCannedAnswerResponse = {
  canned_answer: AdminFollowUpCannedAnswer
}

/** `POST /admin/follow-ups/canned-answers`, and `…/:id` with any of its fields. */
export type AdminCreateFollowUpCannedAnswer = {
  name: string
  types: string[]
  texts: Record<string, string>
}
export type AdminUpdateFollowUpCannedAnswer =
  Partial<AdminCreateFollowUpCannedAnswer>

export type AdminFollowUpCannedAnswerDeleteResponse = {
  id: string
  object: "follow_up_canned_answer"
  deleted: true
}
