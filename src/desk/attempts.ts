/** How a person tried to reach the customer. */
export const ATTEMPT_CHANNELS = ["phone", "email", "sms", "messenger"] as const

export type AttemptChannel = (typeof ATTEMPT_CHANNELS)[number]

/**
 * How an attempt ended. With `reached` and `call_back_later` the customer was
 * spoken to; `message_sent` is a message that has no reply yet.
 */
export const ATTEMPT_OUTCOMES = [
  "reached",
  "call_back_later",
  "no_answer",
  "busy",
  "voicemail",
  "wrong_number",
  "message_sent",
] as const

export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]
