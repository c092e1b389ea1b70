import type { FollowUp } from "../api/follow-up"

/** A task with the number and the address at which its customer is called. */
export const called = (task: FollowUp): FollowUp =>
  task.call
    ? {
        ...task,
        phone: task.call.contact.phone,
        phone_e164: task.call.contact.phone_e164,
        email: task.call.contact.email,
      }
    : task
