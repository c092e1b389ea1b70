import { outboxOf } from "../../postgres/outbox"
import { watermarksOf } from "../../postgres/watermarks"

export const outbox = outboxOf("delivery_window_outbox", "dwout")

export const marks = watermarksOf("delivery_window_mark")
