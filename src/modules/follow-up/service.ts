import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { moduleConnection } from "../../postgres/module-connection"
import { selectCannedAnswers } from "./canned-answers/canned-answers"
import {
  type CannedAnswerChange,
  changeCannedAnswers,
  seedCannedAnswers,
} from "./canned-answers/change-canned-answers"
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
import SharedContact from "./models/shared-contact"
import TaskModel from "./models/task"
import Timer from "./models/timer"
import FailedRecord from "./models/failed-record"
import Watermark from "./models/watermark"
import { openTasks } from "./opening/open-tasks"
import { currentSettings } from "./options/current-settings"
import { addUpCounts } from "./queue/add-up-counts"
import { queueCounts } from "./queue/queue-counts"
import { selectQueue } from "./queue/select-queue"
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
import { type CommandRequest, runCommand } from "./task/run-command"
import { shareContact, type SharedKey } from "./task/share-contact"
import { selectSharedContacts } from "./task/sql/persons"
import { selectAssignees, selectTasksAssignedTo } from "./task/sql/assignees"
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
  FollowUpSharedContact: SharedContact,
  FollowUpFailedRecord: FailedRecord,
  FollowUpWatermark: Watermark,
}) {
  /** Set by Medusa's own constructor, but missing from its types. */
  declare protected readonly baseRepository_: DAL.RepositoryService
  private readonly database_ = moduleConnection(() => this.baseRepository_)
  private readonly currentSettings_: () => FollowUpSettings
  private readonly rules_: RuleVersions
  private readonly logger_: Logger
  /** Types missing from the options that were already logged. */
  private readonly reportedTypes_ = new Set<string>()
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
    },
  }

  /** @throws MedusaError INVALID_DATA that names the invalid option */
  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    this.logger_ = container.logger
    this.currentSettings_ = currentSettings(options, container.logger)
    this.rules_ = new RuleVersions(this.currentSettings_)
  }

  /**
   * The options, validated when the module starts, with the extensions added.
   */
  get settings(): FollowUpSettings {
    return this.currentSettings_()
  }

  // The life of a task.

  readonly openOrExplain = this.database_.transactional(
    (sql, requests: OpenRequest[], now: Date, people: readonly string[] = []) =>
      openTasks(sql, requests, this.rules_, now, new Set(people))
  )

  /** @returns the tasks that this call opened or reopened */
  async openTasks(
    ...call: Parameters<FollowUpModuleService["openOrExplain"]>
  ): Promise<Change[]> {
    const { opened, reopened } = await this.openOrExplain(...call)
    return [...opened, ...reopened]
  }

  readonly runCommand = this.database_.transactional(
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
      key: SharedKey,
      is_shared: boolean,
      actor_id: string | null,
      now: Date
    ) => shareContact(sql, key, is_shared, actor_id, this.rules_, now)
  )
  readonly listSharedContacts = this.database_.connected(selectSharedContacts)
  readonly findTask = this.database_.connected(selectTask)
  readonly findTasks = this.database_.connected(selectTasksOf)
  readonly listAssignees = this.database_.connected(selectAssignees)
  readonly listTasksAssignedTo = this.database_.connected(selectTasksAssignedTo)
  readonly forgetCommandKeys = this.database_.connected(commandKeys.forgetOld)

  // The queue.

  readonly listQueue = this.database_.connected(selectQueue)
  readonly countQueue = this.database_.connected(
    (sql, user_id: string | null, now: Date, visible_to?: string | null) =>
      queueCounts(sql, this.rules_, user_id, now, visible_to)
  )

  readonly addUpCounts = this.database_.connected(addUpCounts)
  readonly refoldSearch = this.database_.transactional(refoldSearch)

  // The outbox.

  readonly takeOutbox = this.database_.connected(outbox.take)
  readonly returnOutbox = this.database_.connected(outbox.giveBack)
  readonly forgetOutbox = this.database_.connected(outbox.forget)

  // The rules.

  readonly rulesOf = this.database_.connected((sql, tasks: Task[]) =>
    this.rules_.ofTasks(sql, tasks)
  )
  /** Explains how a task's deadlines were computed. */
  readonly explainDeadlines = this.database_.connected((sql, task: Task) =>
    explainTask(sql, task, this.rules_)
  )
  readonly readRuleBook = this.database_.transactional((sql, now: Date) =>
    this.rules_.book(sql, now)
  )
  readonly countActiveTasks = this.database_.connected(countActiveTasks)

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

  readonly changeRules = this.database_.transactional(
    (sql, change: RuleChange, actor_id: string | null, now: Date) =>
      changeRules(sql, this.rules_, change, actor_id, now)
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
    return await this.tryRuleBook_(after, visible_to, now)
  }

  private readonly tryRuleBook_ = this.database_.connected(
    (sql, book: RuleBook, visible_to: string | null | undefined, now: Date) =>
      tryRules(sql, book, this.rules_, visible_to, now, this.logger_)
  )

  readonly moveTasks = this.database_.transactional((sql, now: Date) =>
    moveTasks(sql, this.rules_, now, this.logger_)
  )

  /**
   * For a database that was restored to an earlier state under a running shop.
   */
  async forgetRules(): Promise<void> {
    this.rules_.forget()
  }

  // The canned answers.

  readonly cannedAnswers = this.database_.connected(selectCannedAnswers)
  readonly changeCannedAnswers = this.database_.transactional(
    (sql, change: CannedAnswerChange, now: Date) =>
      changeCannedAnswers(sql, change, this.settings, now)
  )
  readonly seedCannedAnswers = this.database_.transactional((sql, now: Date) =>
    seedCannedAnswers(sql, this.settings, now)
  )

  // The reconciler's records and watermarks.

  readonly listSyncedTasks = this.database_.connected(selectSyncedTasks)
  readonly markSeen = this.database_.connected(markSeen)
  readonly listOrdersToCall = this.database_.connected(
    (sql, since: Date, limit: number) =>
      selectOrdersToCall(sql, this.settings.types, since, limit)
  )
  readonly listTasksWithoutNumber = this.database_.connected(
    selectTasksWithoutNumber
  )
  readonly markFirstStart = this.database_.connected(markFirstStart)
  readonly readWatermark = this.database_.connected(readWatermark)
  readonly advanceWatermark = this.database_.connected(watermarks.advance)
  readonly keepFailed = this.database_.connected(failedRecords.keep)
  readonly listFailed = this.database_.connected(failedRecords.list)
  readonly forgetFailed = this.database_.connected(failedRecords.forget)
  readonly giveUpFailed = this.database_.connected(failedRecords.giveUp)
}

export default FollowUpModuleService
