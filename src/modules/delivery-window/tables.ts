import { failedRecordsOf } from "../../postgres/failed-records"
import { outboxOf } from "../../postgres/outbox"
import { watermarksOf } from "../../postgres/watermarks"

export const outbox = outboxOf("delivery_window_outbox", "dwout")

export const marks = watermarksOf("delivery_window_mark")

/** Bookings whose tasks could not be made to fit. */
export const failedDelays = failedRecordsOf("delivery_window_failed_record")
