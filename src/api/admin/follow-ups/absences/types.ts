/** A time for which no tasks were opened because the plugin was away. */
export type AdminFollowUpAbsence = {
  id: string
  entity: "order" | "customer"
  /** ISO 8601. */
  left_out_from: string
  /** ISO 8601. */
  left_out_to: string
  /** For how many orders or customers no task was opened, as far as counted. */
  records: number
}

export type AdminFollowUpAbsenceListResponse = {
  absences: AdminFollowUpAbsence[]
}

export type AdminFollowUpLookBackResponse = {
  look_back: {
    /** Whether nothing was opened. */
    dry_run: boolean
    /** Orders and customers that this request looked at. */
    looked_at: number
    /** Those for which a task was or would be opened. */
    records: number
    /** What was or would be opened, and how much of it is late already. */
    types: { type: string; count: number; late: number }[]
    /**
     * Where to go on: the `after` of the next request. Null if everything was
     * looked at.
     */
    next: {
      entity: "order" | "customer"
      since: string
      until: string
      skip: number
    } | null
  }
}
