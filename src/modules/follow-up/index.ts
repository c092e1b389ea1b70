import { Module } from "@medusajs/framework/utils"
import FollowUpModuleService from "./service"

/** The module's key in the container. */
export const FOLLOW_UP_MODULE = "followUp"

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    [FOLLOW_UP_MODULE]: FollowUpModuleService
  }
}

export default Module(FOLLOW_UP_MODULE, { service: FollowUpModuleService })

export {
  offeredAnswers,
  type CannedAnswer,
  type CannedAnswerContent,
} from "./canned-answers/canned-answer"
export {
  answerWith,
  type CannedAnswerChange,
} from "./canned-answers/change-canned-answers"
export { contactOfCustomer, hasOwnNumber } from "./contact/contact-of-customer"
export { contactOf, hasNumber } from "./contact/contact-of-order"
export { otherNumbers, wrongNumbers } from "./contact/number-to-call"
export { isCallable, numbersIn, toE164 } from "./contact/phone"
export {
  messagesTo,
  type NoticeMessage,
  type Reader,
  type WaitingNotice,
} from "./notices/messages"
export { parseNotice } from "./notices/parse-notice"
export { askedFacts, typesWithExtensionConditions } from "./opening/asked-facts"
export { assigns } from "./opening/choose-for-new-task"
export { factsOfRequest, type RequestFacts } from "./opening/facts-of-request"
export { typesToOpen } from "./opening/open-for-order"
export type { Outcome } from "./opening/open-tasks"
export type { OpeningFacts } from "./opening/opening-facts"
export { planCustomer, typesToOpenForCustomer } from "./opening/plan-customer"
export { planNumberOfStranger } from "./opening/plan-new-number"
export { planOrder } from "./opening/plan-order"
export {
  openedByTrigger,
  type Plan,
  type Planning,
  WAITS_FOR_ANSWER_MS,
} from "./opening/plan"
export { typesTriggeredBy } from "./rules/playbooks/triggered-by"
export type { SafetyFacts } from "./opening/safe-orders"
export { type FollowUpOptions, MOST_OFFER_MINUTES } from "./options/options"
export type { News } from "./queue/queue-news"
export { QUEUE_TABS, type QueueTab } from "./queue/queue-conditions"
export { type CallSummary, LARGEST_CALL } from "./queue/select-call-summaries"
export { SORTABLE_COLUMNS } from "./queue/select-queue"
export { type Absence, leftOutAfter, type LeftOut } from "./reconciler/absences"
export type { SyncedTask } from "./reconciler/seen-records"
export type { DryRun } from "./reconciler/try-rules"
export {
  CALENDAR_SCOPES,
  type Calendar,
  type CalendarScope,
} from "./rules/calendars/calendar"
export {
  holidayCountries,
  holidaysAsOf,
  holidaysOf,
} from "./rules/calendars/holidays"
export { parseCalendar } from "./rules/calendars/parse-calendar"
export { previewCalendar } from "./rules/calendars/preview-calendar"
export { catchAllPlaybook, isCatchAll } from "./rules/playbooks/catch-all"
export { takenBefore } from "./rules/playbooks/taken-before"
export type {
  ConditionField,
  ExtensionAnswer,
  ExtensionAnswers,
} from "./rules/playbooks/conditions"
export { namedRecords, type NamedRecord } from "./rules/playbooks/named-records"
export {
  checkTextsInTurn,
  parsePlaybook,
  parseTexts,
} from "./rules/playbooks/parse-playbook"
export { playbookRefusal } from "./rules/playbooks/playbook-refusal"
export { LONGEST_SCRIPT } from "./rules/playbooks/playbook-schema"
export {
  playbookVocabulary,
  type PlaybookVocabulary,
} from "./rules/playbooks/playbook-vocabulary"
export {
  type DeclaredDesk,
  typeForPhone,
  type FollowUpSettings,
} from "./rules/settings"
export {
  outcomeOf,
  asksForPhone,
  outcomeOfPhone,
  type TaskType,
} from "./rules/playbooks/task-types"
export { type Playbook } from "./rules/playbooks/playbook"
export {
  DEADLINES,
  FALLBACKS,
  PRIORITIES,
  type Assignment,
  type Condition,
  type ConditionOperator,
  type Deadline,
  type EscalationAction,
  type EscalationStep,
  type Fallback,
  type FallbackKind,
  type PlaybookDefinition,
  type Priority,
  type RetryLadder,
  type RetryRules,
  type RetryStep,
  type SafeOrderCheck,
  type SafeOrders,
  type WhenOrderOff,
} from "../../desk/playbook"
export { builtInName, builtInNames } from "./rules/built-in-names"
export {
  applyingCalendar,
  findCalendar,
  type AskedRule,
  type RuleBook,
} from "./rules/rule-book"
export type {
  CalendarChange,
  PlaybookChange,
  RuleChange,
} from "./rules/rule-change"
export { naming } from "./rules/rule-version"
export type { TaskRules } from "./rules/rule-versions"
export {
  asLanguageTag,
  customerLanguages,
  isSameLanguage,
  isLanguageTag,
  SCRIPT_LANGUAGES,
  type ScriptLanguage,
  textIn,
} from "./scripts/languages"
export {
  renderAnswer,
  renderScript,
  renderText,
  type FactsIn,
  type FaultyText,
} from "./scripts/render-script"
export { clockText, timeText, type Telling } from "./scripts/time-text"
export {
  EMPTY_FACTS,
  knownFacts,
  SCRIPT_VARIABLES,
  scriptVariable,
  unknownOf,
  type ScriptFacts,
} from "./scripts/variables"
export type { default as FollowUpModuleService } from "./service"
export { ACTIVITY_KINDS, type ActivityKind } from "./task/activity"
export {
  countryOfZone,
  customerTimeZones,
} from "./task/clock/customer-time-zones"
export { isLate } from "./task/clock/deadlines"
export { runsOutFirst } from "./task/clock/runs-out-first"
export { nextTurn } from "./task/clock/next-turn"
export {
  nextDeadline,
  readTimer,
  type TimerLevel,
  type TimerState,
} from "./task/clock/read-timer"
export { isClosedWithOrder, mayCancelOrder } from "./task/decide/cancel-order"
export type { Command, CustomerAnswered, NoReply } from "./task/decide/command"
export { SKIP_REASONS, type SkipReason } from "./task/decide/decision"
export { FollowUpEvents, type FollowUpEventData } from "./task/events"
export { callingNow } from "./task/calling-now"
export { refuseDuringCall } from "./task/decide/calling"
export { isActive } from "./task/is-active"
export { isVisible } from "./task/is-visible"
export { requestKeys, triggerOfRequest } from "./task/number-request"
export type { Judgement, OpenRequest } from "./task/open-request"
export { orderNotices, type OrderNotice } from "./task/order-notices"
export type { CommandRequest } from "./task/run-command"
export type { SharedKey } from "./contact/person"
export { taskNotFound } from "./task/task-not-found"
export {
  TASK_STATUSES,
  WAITING_REASONS,
  type Task,
  type TaskStatus,
  type WaitingReason,
} from "./task/task"
export type { Change } from "./task/write-decisions"
export { drainDueTimers } from "./timers/drain-due-timers"
export {
  type Health,
  SCHEDULER_STOPPED_S,
  stoppedAfter,
  stoppedRuns,
} from "./timers/health"
export { whileRunning } from "./timers/while-running"
