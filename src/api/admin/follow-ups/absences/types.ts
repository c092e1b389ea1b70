/** A time for which no tasks were opened because the plugin was away. */
export type AdminFollowUpAbsence = {
  id: string
  entity: "order" | "customer"
  /** ISO 8601. */
  left_out_from: string
  /** ISO 8601. */
  left_out_to: string
  /** For how many orders or customers no task was opened. */
  records: number
}

export type AdminFollowUpAbsenceListResponse = {
  absences: AdminFollowUpAbsence[]
}

export type AdminFollowUpLookBackResponse = {
  look_back: {
    /** Whether nothing was opened. */
    dry_run: boolean
    /** Orders and customers for which a task was or would be opened. */
    records: number
    /** What was or would be opened, and how much of it is late already. */
    types: { type: string; count: number; late: number }[]
  }
}
