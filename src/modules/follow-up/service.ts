import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { refuseUnstorable } from "../../refusals"
import { moduleConnection } from "../../postgres/module-connection"
import { type Gathered, UNDELIVERED_AFTER_MS } from "../../postgres/outbox"
import { selectCannedAnswers } from "./canned-answers/canned-answers"
import {
  type CannedAnswerChange,
  changeCannedAnswers,
  seedCannedAnswers,
} from "./canned-answers/change-canned-answers"
import Absence from "./models/absence"
import Activity from "./models/activity"
import Attempt from "./models/attempt"
import BusinessCalendar from "./models/business-calendar"
import CalendarBinding from "./models/calendar-binding"
import CalendarVersion from "./models/calendar-version"
import CannedAnswer from "./models/canned-answer"
import CommandKey from "./models/command-key"
import OutboxEvent from "./models/outbox-event"
import Playbook from "./models/playbook"
import PlaybookVersion from "./models/playbook-version"
import RuleChangeModel from "./models/rule-change"
import SharedContactModel from "./models/shared-contact"
import TaskModel from "./models/task"
import Timer from "./models/timer"
import UserLanguage from "./models/user-language"
import FailedRecord from "./models/failed-record"
import Watermark from "./models/watermark"
import { rememberLanguage, selectLanguages } from "./notices/user-languages"
import {
  forgetAnswered,
  noteAskedInVain,
  selectAskedInVain,
} from "./opening/asked-in-vain"
import { openTasks, tryOpening } from "./opening/open-tasks"
import { currentSettings } from "./options/current-settings"
import { addUpCounts } from "./queue/add-up-counts"
import { queueCounts } from "./queue/queue-counts"
import { QueueNews } from "./queue/queue-news"
import { selectCallSummaries } from "./queue/select-call-summaries"
import { selectQueue } from "./queue/select-queue"
import { type Audience, SharedCounts } from "./queue/shared-counts"
import {
  addCounted,
  dismissAbsences,
  keepAbsence,
  selectAbsences,
  selectUncounted,
} from "./reconciler/absences"
import { moveTasks } from "./reconciler/move-tasks"
import {
  markSeen,
  selectOrdersToCall,
  selectSyncedTasks,
} from "./reconciler/seen-records"
import { type DryRun, tryRules } from "./reconciler/try-rules"
import { markFirstStart, readWatermark } from "./reconciler/watermarks"
import { changeRuleBook } from "./rules/change-rule-book"
import { changeRules } from "./rules/change-rules"
import { countActiveTasks } from "./rules/count-active-tasks"
import type { RuleBook } from "./rules/rule-book"
import type { RuleChange } from "./rules/rule-change"
import { RuleVersions } from "./rules/rule-versions"
import type { FollowUpSettings } from "./rules/settings"
import { commandKeys, failedRecords, outbox, watermarks } from "./tables"
import type { OpenRequest } from "./task/open-request"
import { knownPersons } from "./task/persons"
import { type CommandRequest, runCommand } from "./task/run-command"
import { shareContact } from "./task/share-contact"
import {
  selectCallOf,
  selectSharedContacts,
  type SharedContact,
} from "./task/sql/persons"
import { selectAssignees, selectTasksAssignedTo } from "./task/sql/assignees"
import { markMessage } from "./task/sql/insert-history"
import {
  selectAttemptsOfCalls,
  selectLastMessage,
  selectMessage,
} from "./task/sql/select-history"
import { refoldSearch } from "./task/sql/refold-search"
import {
  selectTask,
  selectTasksOf,
  selectTasksWithoutNumber,
} from "./task/sql/select-task"
import { explainTask } from "./task/explain-task"
import type { Task } from "./task/task"
import type { Change } from "./task/write-decisions"
import { fireDueTimers } from "./timers/fire-due-timers"
import { readHealth } from "./timers/health"
import { markRun, readLastRuns } from "./timers/run-marks"
import { startRunning } from "./timers/while-running"

/** The follow-up tasks of a shop. Change them through the workflows. */
class FollowUpModuleService extends MedusaService({
  FollowUpTask: TaskModel,
  FollowUpAttempt: Attempt,
  FollowUpActivity: Activity,
  FollowUpTimer: Timer,
  FollowUpOutboxEvent: OutboxEvent,
  FollowUpCommandKey: CommandKey,
  FollowUpBusinessCalendar: BusinessCalendar,
  FollowUpCalendarVersion: CalendarVersion,
  FollowUpCalendarBinding: CalendarBinding,
  FollowUpPlaybook: Playbook,
  FollowUpPlaybookVersion: PlaybookVersion,
  FollowUpCannedAnswer: CannedAnswer,
  FollowUpRuleChange: RuleChangeModel,
  FollowUpSharedContact: SharedContactModel,
  FollowUpFailedRecord: FailedRecord,
  FollowUpWatermark: Watermark,
  FollowUpAbsence: Absence,
  FollowUpUserLanguage: UserLanguage,
}) {
  /** Set by Medusa's own constructor, but missing from its types. */
  declare protected readonly baseRepository_: DAL.RepositoryService
  private readonly database_ = moduleConnection(
    () => this.baseRepository_,
    () => this.settings.limits
  )
  /** For what a shop's own code may call, with whatever it was given. */
  private readonly asked_ = this.database_.checked((argument) =>
    refuseUnstorable(argument)
  )
  private readonly currentSettings_: () => FollowUpSettings
  private readonly rules_: RuleVersions
  private readonly counts_: SharedCounts
  private readonly logger_: Logger
  /** Types missing from the options that were already logged. */
  private readonly reportedTypes_ = new Set<string>()
  private running_: ReturnType<typeof startRunning> = null
  readonly __hooks = {
    onApplicationStart: async () => {
      try {
        await this.markFirstStart(new Date())
        await this.seedCannedAnswers(new Date())
      } catch (error) {
        this.logger_.error(
          "follow-ups: the first start could not be stored; if the tables are missing, run: medusa db:migrate",
          error instanceof Error ? error : undefined
        )
      }
      this.running_ = startRunning()
    },
    onApplicationPrepareShutdown: async () => {
      await this.running_?.end()
      this.running_ = null
    },
  }

  /** @throws MedusaError INVALID_DATA that names the invalid option */
  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    this.logger_ = container.logger
    this.currentSettings_ = currentSettings(options, container.logger)
    this.rules_ = new RuleVersions(this.currentSettings_)
    this.counts_ = new SharedCounts(this.rules_)
    this.database_.limitGenerated(this)
  }

  /**
   * The options, validated when the module starts, with the extensions added.
   */
  get settings(): FollowUpSettings {
    return this.currentSettings_()
  }

  /** Notices, which wait for others to the same people. */
  get gathered(): Gathered {
    return {
      kind: "notification",
      seconds: this.settings.gather_notices_seconds,
    }
  }

  // The life of a task.

  readonly openOrExplain = this.asked_.transactional(
    async (
      sql,
      requests: OpenRequest[],
      now: Date,
      people: readonly string[] = []
    ) => {
      const outcome = await openTasks(
        sql,
        requests,
        this.rules_,
        now,
        new Set(people)
      )
      const noted = await noteAskedInVain(sql, requests, outcome, now)
      for (const { type, trigger } of noted) {
        this.logger_.warn(
          `follow-ups: tasks of the type "${type}" are asked for, and none is opened: no playbook of this type that is switched on has the trigger "${trigger}". Add it under Settings → Follow-ups → Playbooks`
        )
      }
      return outcome
    }
  )

  /** @returns the tasks that this call opened or reopened */
  async openTasks(
    ...call: Parameters<FollowUpModuleService["openOrExplain"]>
  ): Promise<Change[]> {
    const { opened, reopened } = await this.openOrExplain(...call)
    return [...opened, ...reopened]
  }

  /** The tasks that these requests would open; nothing is changed. */
  readonly tryOpening = this.database_.transactional(
    (sql, requests: OpenRequest[], now: Date) =>
      tryOpening(sql, requests, this.rules_, now)
  )

  readonly runCommand = this.asked_.transactional(
    (sql, request: CommandRequest, now: Date) => {
      const people = new Set(request.opening?.people)
      return runCommand(
        sql,
        request,
        this.rules_,
        now,
        async (requests) =>
          (await openTasks(sql, requests, this.rules_, now, people)).opened
      )
    }
  )

  readonly fireDueTimers = this.database_.transactional(
    (sql, now: Date, limit: number) =>
      fireDueTimers(sql, this.rules_, now, limit, this.logger_)
  )

  readonly shareContact = this.database_.transactional(
    (
      sql,
      key: Pick<SharedContact, "kind" | "value">,
      is_shared: boolean,
      actor_id: string | null,
      now: Date
    ) => shareContact(sql, key, is_shared, actor_id, this.rules_, now)
  )
  readonly knownPersons = this.database_.transactional(knownPersons)
  readonly listSharedContacts =
    this.database_.transactional(selectSharedContacts)
  readonly findTask = this.database_.transactional(selectTask)
  readonly findTasks = this.asked_.transactional(selectTasksOf)
  readonly listAssignees = this.database_.transactional(selectAssignees)
  readonly listTasksAssignedTo = this.database_.transactional(
    selectTasksAssignedTo
  )
  readonly forgetCommandKeys = this.database_.transactional(
    commandKeys.forgetOld
  )

  // What runs by itself, and whether it does.

  readonly markRun = this.database_.transactional(markRun)
  readonly readLastRuns = this.database_.transactional(readLastRuns)
  readonly readHealth = this.database_.transactional(readHealth)

  // The queue.

  /** What the persons of these tasks have open, by person. */
  readonly listCalls = this.database_.transactional(selectCallSummaries)
  readonly attemptsOfCalls = this.database_.transactional(selectAttemptsOfCalls)
  /** The first tasks that a person has open. */
  readonly findCall = this.database_.transactional(selectCallOf)
  readonly listQueue = this.asked_.transactional(selectQueue)
  readonly countQueue = this.database_.transactional(
    (sql, user_id: string | null, now: Date, visible_to?: string | null) =>
      queueCounts(sql, this.rules_, user_id, now, visible_to)
  )
  /** The same, counted once for all who ask until the queue changes. */
  readonly readCounts = this.database_.transactional(
    (sql, audience: Audience, now: Date) =>
      this.counts_.read(sql, audience, now)
  )
  /** Tells listeners when the queue changes. */
  readonly queueNews = new QueueNews({
    read: this.readCounts,
    readAll: this.database_.transactional(
      (sql, audiences: readonly Audience[], now: Date) =>
        this.counts_.readAll(sql, audiences, now)
    ),
    report: (error) =>
      this.logger_.warn(
        `follow-ups: the queue could not be watched for changes: ${error}`
      ),
  })

  readonly addUpCounts = this.database_.transactional(addUpCounts)
  readonly refoldSearch = this.database_.transactional(refoldSearch)

  // The outbox.

  readonly takeOutbox = this.database_.transactional(outbox.take)
  /** What waits to be delivered, besides what was committed just now. */
  readonly listOutbox = this.database_.transactional((sql, now: Date) =>
    outbox.listWaiting(
      sql,
      new Date(now.getTime() - UNDELIVERED_AFTER_MS),
      now,
      this.gathered
    )
  )
  readonly readMessage = this.database_.transactional(selectMessage)
  readonly readLastMessage = this.database_.transactional(selectLastMessage)
  readonly markMessage = this.database_.transactional(markMessage)
  readonly returnOutbox = this.database_.transactional(outbox.giveBack)
  readonly forgetOutbox = this.database_.transactional(outbox.forget)

  // The rules.

  readonly rulesOf = this.database_.transactional((sql, tasks: Task[]) =>
    this.rules_.ofTasks(sql, tasks)
  )
  /** Explains how a task's deadlines were computed. */
  readonly explainDeadlines = this.database_.transactional((sql, task: Task) =>
    explainTask(sql, task, this.rules_)
  )
  readonly readRuleBook = this.database_.transactional((sql, now: Date) =>
    this.rules_.book(sql, now)
  )
  /** What is asked for and not opened, for want of a playbook's trigger. */
  readonly listAskedInVain = this.database_.transactional(
    (sql, book: Pick<RuleBook, "playbooks">) => selectAskedInVain(sql, book)
  )
  readonly countActiveTasks = this.database_.transactional(countActiveTasks)

  /**
   * The playbooks that tasks may be opened under: those of known types. A
   * playbook whose type was removed from the options, or that came from an
   * instance with newer options, opens nothing here and is logged once.
   */
  async readPlaybooksToOpen(now: Date): Promise<Pick<RuleBook, "playbooks">> {
    const { playbooks } = await this.readRuleBook(now)
    const isKnown = ({ type }: { type: string }) =>
      this.settings.types.has(type)
    for (const playbook of playbooks) {
      if (
        playbook.enabled &&
        !isKnown(playbook) &&
        !this.reportedTypes_.has(playbook.type)
      ) {
        this.reportedTypes_.add(playbook.type)
        this.logger_.warn(
          `follow-ups: the playbooks of the type "${playbook.type}" open nothing: the plugin's options have no such type`
        )
      }
    }
    return { playbooks: playbooks.filter(isKnown) }
  }

  readonly changeRules = this.asked_.transactional(
    async (sql, change: RuleChange, actor_id: string | null, now: Date) => {
      await changeRules(sql, this.rules_, change, actor_id, now)
      await forgetAnswered(sql, await this.rules_.book(sql, now))
    }
  )

  /**
   * What a rule change would do to open tasks; nothing is changed.
   *
   * @param visible_to - whose tasks may be examples, as in `QueueFilters`
   * @throws Refusal if the change is not possible, saying why
   */
  async tryRules(
    change: RuleChange,
    now: Date,
    visible_to?: string | null
  ): Promise<DryRun> {
    const before = await this.readRuleBook(now)
    const after = changeRuleBook(before, change, this.settings)
    const playbook =
      "id" in change
        ? after.playbooks.find(({ id }) => id === change.id)
        : undefined
    return await this.tryRuleBook_(after, playbook?.id ?? null, visible_to, now)
  }

  private readonly tryRuleBook_ = this.database_.transactional(
    (
      sql,
      book: RuleBook,
      playbook_id: string | null,
      visible_to: string | null | undefined,
      now: Date
    ) =>
      tryRules(
        sql,
        book,
        this.rules_,
        playbook_id,
        visible_to,
        now,
        this.logger_
      )
  )

  readonly moveTasks = this.database_.transactional((sql, now: Date) =>
    moveTasks(sql, this.rules_, now, this.logger_)
  )

  /**
   * For a database that was restored to an earlier state under a running shop.
   */
  async forgetRules(): Promise<void> {
    this.rules_.forget()
    this.counts_.forget()
  }

  // The canned answers.

  readonly cannedAnswers = this.database_.transactional(selectCannedAnswers)
  readonly changeCannedAnswers = this.asked_.transactional(
    (sql, change: CannedAnswerChange, now: Date) =>
      changeCannedAnswers(sql, change, this.settings, now)
  )
  readonly seedCannedAnswers = this.database_.transactional((sql, now: Date) =>
    seedCannedAnswers(sql, this.settings, now)
  )

  // Whom to tell things, and how.

  readonly rememberLanguage = this.database_.transactional(rememberLanguage)
  readonly listLanguages = this.database_.transactional(selectLanguages)

  // The reconciler's records and watermarks.

  readonly listSyncedTasks = this.database_.transactional(selectSyncedTasks)
  readonly markSeen = this.database_.transactional(markSeen)
  readonly listOrdersToCall = this.database_.transactional(
    (sql, since: Date, limit: number) =>
      selectOrdersToCall(sql, this.settings.types, since, limit)
  )
  readonly listTasksWithoutNumber = this.database_.transactional(
    selectTasksWithoutNumber
  )
  readonly markFirstStart = this.database_.transactional(markFirstStart)
  readonly readWatermark = this.database_.transactional(readWatermark)
  readonly advanceWatermark = this.database_.transactional(watermarks.advance)
  readonly keepAbsence = this.database_.transactional(keepAbsence)
  readonly listAbsences = this.database_.transactional(selectAbsences)
  readonly nextUncounted = this.database_.transactional(selectUncounted)
  readonly addCounted = this.database_.transactional(addCounted)
  readonly dismissAbsences = this.database_.transactional(dismissAbsences)
  readonly keepFailed = this.database_.transactional(failedRecords.keep)
  readonly listFailed = this.database_.transactional(failedRecords.list)
  readonly forgetFailed = this.database_.transactional(failedRecords.forget)
  readonly giveUpFailed = this.database_.transactional(failedRecords.giveUp)
}

export default FollowUpModuleService
