import type { Instant } from "./task"

/** `GET /admin/follow-ups/shared-contacts`: they join nobody's tasks. */
export type AdminFollowUpSharedContactListResponse = {
  shared_contacts: AdminFollowUpSharedContact[]
  count: number
  limit: number
  offset: number
}

export type AdminFollowUpSharedContact = {
  kind: "email" | "phone"
  /** In lower case, or in E.164. */
  value: string
  created_by: string | null
  created_at: Instant
}

/** `POST /admin/follow-ups/shared-contacts` */
export type AdminShareFollowUpContact = {
  kind: "email" | "phone"
  value: string
  /** False takes the mark back. */
  is_shared: boolean
  /**
   * The task from whose call it is said: whoever is on the phone goes on with
   * that one alone.
   */
  task_id?: string
}

/** The response to it: how many persons have this number or address now. */
export type AdminFollowUpSharedContactResponse = {
  shared_contact: {
    kind: "email" | "phone"
    value: string
    is_shared: boolean
    person_count: number
  }
}
