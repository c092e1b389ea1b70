import { failedRecordsOf } from "../../postgres/failed-records"
import { idempotencyKeysOf } from "../../postgres/idempotency-keys"
import { outboxOf } from "../../postgres/outbox"
import { watermarksOf } from "../../postgres/watermarks"

/** Actions of extensions may take longer than ten seconds. */
export const outbox = outboxOf("follow_up_outbox_event", "fuevt", ["action"])

export const commandKeys = idempotencyKeysOf(
  "follow_up_command_key",
  "fukey",
  "task_id"
)

export const watermarks = watermarksOf("follow_up_watermark")

export const failedRecords = failedRecordsOf("follow_up_failed_record")
