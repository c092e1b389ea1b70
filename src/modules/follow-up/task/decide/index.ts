import { assign, claim, release } from "./assignment"
import { changeRules } from "./change-rules"
import { giveUpCalling } from "./fallback"
import { recordAttempt } from "./attempt"
import { joinCall } from "./call"
import { hangUp, startCalling } from "./calling"
import { cancelOrder } from "./cancel-order"
import { cancel, complete, reopen } from "./closing"
import { fire } from "./clock"
import type { Command } from "./command"
import { customerAnswered, noReply } from "./customer-answered"
import { commandOf } from "./deed"
import { messageFailed } from "./message-failed"
import { refresh } from "./refresh"
import type { Decision, Situation } from "./decision"
import { addNote } from "./note"
import { update } from "./update"
import { resume, wait } from "./waiting"
import { withdrawAttempt } from "./withdraw-attempt"

/**
 * The one place where the state of a task is decided: maps a task, a command
 * and the time to changes and activities. Pure; call it under the task's row
 * lock.
 *
 * Sending a command again that has taken effect changes nothing.
 *
 * @throws Refusal if the task's state does not allow the command
 */
export function decide(situation: Situation, command: Command): Decision {
  switch (command.kind) {
    case "assign":
      return assign(situation, command.assignee_id, command.note)
    case "claim":
      return claim(situation)
    case "start_calling":
      return startCalling(situation)
    case "hang_up":
      return hangUp(situation)
    case "release":
      return release(situation, command.user_id)
    case "record_attempt":
      return recordAttempt(situation, command)
    case "withdraw_attempt":
      return withdrawAttempt(situation)
    case "wait":
      return wait(situation, command)
    case "resume":
      return resume(situation, situation.now)
    case "customer_answered":
      return customerAnswered(situation, command)
    case "no_reply":
      return noReply(situation, command)
    case "complete":
      return complete(situation, command)
    case "deed":
      return decide(situation, commandOf(command, [situation]))
    case "cancel":
      return cancel(situation, command)
    case "cancel_order":
      return cancelOrder(situation)
    case "reopen":
      return reopen(situation, command.note)
    case "update":
      return update(situation, command)
    case "note":
      return addNote(situation, command.note)
    case "refresh":
      return refresh(situation, command.facts)
    case "give_up_calling":
      return giveUpCalling(situation)
    case "join":
      return joinCall(situation, command.call)
    case "change_rules":
      return changeRules(situation, command)
    case "message_failed":
      return messageFailed(situation, command)
    case "fire":
      return fire(situation)
  }
}
