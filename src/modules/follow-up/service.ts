import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
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
import TaskModel from "./models/task"
import Timer from "./models/timer"
import FailedRecord from "./models/failed-record"
import Watermark from "./models/watermark"
import {
  type CannedAnswerChange,
  changeCannedAnswers,
  seedCannedAnswers,
} from "./canned-answers/change-canned-answers"
import { fireDueTimers } from "./timers/fire-due-timers"
import { openTasks, type Outcome } from "./opening/open-tasks"
import { type OpenRequest } from "./task/open-request"
import { type FollowUpSettings } from "./rules/settings"
import { currentSettings } from "./options/current-settings"
import {
  type ExplainedDeadline,
  explainDeadlines,
} from "./task/clock/explain-deadlines"
import { latestCriticalLimit } from "./task/clock/read-timer"
import { moveTasks } from "./reconciler/move-tasks"
import { RuleVersions, type TaskRules } from "./rules/rule-versions"
import { changeRuleBook } from "./rules/change-rule-book"
import { concernsTasks } from "./rules/concerns-tasks"
import type { RuleBook } from "./rules/rule-book"
import type { RuleChange } from "./rules/rule-change"
import { type CommandRequest, runCommand } from "./task/run-command"
import type { CannedAnswer as CannedAnswerOfShop } from "./canned-answers/canned-answer"
import {
  type AssignedTask,
  selectAssignees,
  selectTasksAssignedTo,
} from "./task/sql/assignees"
import { selectCannedAnswers } from "./canned-answers/canned-answers"
import { deleteOldCommandKeys } from "../../postgres/idempotency-keys"
import { connectionOf } from "../../postgres/connection"
import { countActiveTasks } from "./rules/count-active-tasks"
import { countQueue, type QueueCounts } from "./queue/count-queue"
import type { QueueFilters } from "./queue/queue-conditions"
import { type QueuePage, selectQueue } from "./queue/select-queue"
import {
  type SyncedTask,
  markSeen,
  type SeenRecord,
  selectSyncedTasks,
  selectOrdersToCall,
} from "./reconciler/seen-records"
import { type SyncedEntity } from "../../shop/records"
import { insertRuleChange, lockRules } from "./rules/rule-changes"
import {
  selectOpenCalendars,
  selectTask,
  selectTasksCanceledWithOrder,
  selectTasksOf,
  selectTasksWithoutNumber,
  type TasksOf,
} from "./task/sql/select-task"
import { storeRuleBook } from "./rules/store-rule-book"
import type { Sql } from "../../postgres/sql"
import {
  forgetOutbox,
  returnOutbox,
  takeOutbox,
  type WaitingItem,
} from "../../postgres/take-outbox"
import {
  deleteFailed,
  giveUpFailed,
  keepFailed,
  selectFailed,
} from "../../postgres/failed-records"
import {
  advanceWatermark,
  startWatermark,
  type WatermarkName,
} from "../../postgres/watermarks"
import type { Task } from "./task/task"
import { type DryRun, tryRules } from "./reconciler/try-rules"
import type { Change } from "./task/write-decisions"

type SqlContext = Context<SqlEntityManager>

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
  FollowUpFailedRecord: FailedRecord,
  FollowUpWatermark: Watermark,
}) {
  private readonly currentSettings_: () => FollowUpSettings
  private readonly rules_: RuleVersions
  private readonly logger_: Logger
  /** Types that are not in the options, and that the log has named. */
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

  /** @throws MedusaError INVALID_DATA that names the option that is wrong */
  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    this.logger_ = container.logger
    this.currentSettings_ = currentSettings(options, container.logger)
    this.rules_ = new RuleVersions(this.currentSettings_)
  }

  /** The options, checked when the module starts, and what extensions add. */
  get settings(): FollowUpSettings {
    return this.currentSettings_()
  }

  /**
   * Opens a task for each request that a playbook matches and whose
   * `dedupe_key` is new.
   *
   * @param people - the users that a playbook may give the tasks to
   * @returns the tasks that this call opened
   */
  @InjectManager()
  @InjectTransactionManager()
  async openTasks(
    requests: OpenRequest[],
    now: Date,
    people: readonly string[] = [],
    @MedusaContext() context: SqlContext = {}
  ): Promise<Change[]> {
    const { opened } = await this.openOrExplain(requests, now, people, context)
    return opened
  }

  /**
   * The same.
   *
   * @returns what this call opened, and why it did not open the others
   */
  @InjectManager()
  @InjectTransactionManager()
  async openOrExplain(
    requests: OpenRequest[],
    now: Date,
    people: readonly string[] = [],
    @MedusaContext() context: SqlContext = {}
  ): Promise<Outcome> {
    const sql = sqlOf(context)
    return await openTasks(sql, requests, this.rules_, now, new Set(people))
  }

  /**
   * Runs one command on one task, under its row lock.
   *
   * @throws Refusal for an unknown task, and where its state does not allow the
   * command
   */
  @InjectManager()
  @InjectTransactionManager()
  async runCommand(
    request: CommandRequest,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Change> {
    const sql = sqlOf(context)
    const people = new Set(request.opening?.people)
    return await runCommand(
      sql,
      request,
      this.rules_,
      now,
      async (requests) =>
        (await openTasks(sql, requests, this.rules_, now, people)).opened
    )
  }

  /**
   * Lets the clock do what is due, earliest first. Any number of instances may
   * call it at once.
   *
   * @returns what it did; without any change, nothing more can be done at once
   */
  @InjectManager()
  @InjectTransactionManager()
  async fireDueTimers(
    now: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Change[]> {
    return await fireDueTimers(
      sqlOf(context),
      this.rules_,
      now,
      limit,
      this.logger_
    )
  }

  /** One task, or null. */
  @InjectManager()
  async findTask(
    id: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Task | null> {
    return await selectTask(sqlOf(context), id)
  }

  /** Every task of these orders, customers or keys, in every state. */
  @InjectManager()
  async findTasks(
    of: TasksOf,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Task[]> {
    return await selectTasksOf(sqlOf(context), of)
  }

  /** The users who have open or waiting tasks. */
  @InjectManager()
  async listAssignees(
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    return await selectAssignees(sqlOf(context))
  }

  /** The ids of the open and waiting tasks of these users. */
  @InjectManager()
  async listTasksAssignedTo(
    user_ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<AssignedTask[]> {
    return await selectTasksAssignedTo(sqlOf(context), user_ids)
  }

  /** What active tasks were last brought in line with; those after `after`. */
  @InjectManager()
  async listSyncedTasks(
    after: string,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<SyncedTask[]> {
    return await selectSyncedTasks(sqlOf(context), after, limit)
  }

  /** Notes which version of these records their active tasks agree with. */
  @InjectManager()
  async markSeen(
    entity: SyncedEntity,
    records: SeenRecord[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await markSeen(sqlOf(context), entity, records)
  }

  /** Orders whose number was received, and whose call was never opened. */
  @InjectManager()
  async listOrdersToCall(
    since: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    return await selectOrdersToCall(sqlOf(context), since, limit)
  }

  /** Tasks that wait for another number than one that was wrong. */
  @InjectManager()
  async listTasksWithoutNumber(
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Task[]> {
    return await selectTasksWithoutNumber(sqlOf(context), limit)
  }

  /** Tasks that were canceled so that their order is, between two moments. */
  @InjectManager()
  async listTasksCanceledWithOrder(
    from: Date,
    to: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Task[]> {
    return await selectTasksCanceledWithOrder(sqlOf(context), from, to, limit)
  }

  /** Takes what waits to be handed over and may be tried now. */
  @InjectManager()
  async takeOutbox(
    ids: string[],
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<WaitingItem[]> {
    return await takeOutbox(sqlOf(context), ids, now)
  }

  /** Gives back what was taken and not tried. */
  @InjectManager()
  async returnOutbox(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await returnOutbox(sqlOf(context), ids)
  }

  /** Forgets what was handed over. */
  @InjectManager()
  async forgetOutbox(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await forgetOutbox(sqlOf(context), ids)
  }

  /** Forgets idempotency keys that nobody sends any more. */
  @InjectManager()
  async forgetCommandKeys(
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await deleteOldCommandKeys(sqlOf(context), now)
  }

  /** One page of the queue, and how many tasks there are in all. */
  @InjectManager()
  async listQueue(
    filters: QueueFilters,
    page: QueuePage,
    user_id: string | null,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ tasks: Task[]; count: number }> {
    return await selectQueue(sqlOf(context), filters, page, user_id, now)
  }

  /**
   * How many tasks each tab of the queue holds for this user.
   *
   * @param visible_to - whose tasks are counted, as in `QueueFilters`
   */
  @InjectManager()
  async countQueue(
    user_id: string | null,
    now: Date,
    visible_to?: string | null,
    @MedusaContext() context: SqlContext = {}
  ): Promise<QueueCounts> {
    const sql = sqlOf(context)
    const calendars = await this.rules_.calendarsOf(
      sql,
      await selectOpenCalendars(sql)
    )
    const critical_up_to = calendars.map(({ id, version, calendar }) => ({
      calendar_id: id,
      calendar_version: version,
      limit: latestCriticalLimit(calendar, now),
    }))
    return await countQueue(sql, user_id, critical_up_to, now, visible_to)
  }

  /** What these tasks run under, asked for all of them at once. */
  @InjectManager()
  async rulesOf(
    tasks: Task[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<(task: Task) => TaskRules> {
    return await this.rules_.ofTasks(sqlOf(context), tasks)
  }

  /** How a task's deadlines came about. */
  @InjectManager()
  async explainDeadlines(
    task: Task,
    @MedusaContext() context: SqlContext = {}
  ): Promise<ExplainedDeadline[]> {
    const sql = sqlOf(context)
    await this.rules_.calendarsOf(
      sql,
      Object.values(task.basis).flatMap((basis) => basis ?? [])
    )
    const rulesOf = await this.rules_.ofTasks(sql, [task])
    const { playbook, calendarOf } = rulesOf(task)
    return explainDeadlines(task, playbook.definition, calendarOf)
  }

  /** What the shop has set, as it is now. */
  @InjectManager()
  @InjectTransactionManager()
  async readRuleBook(
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<RuleBook> {
    return await this.rules_.book(sqlOf(context), now)
  }

  /**
   * What tasks may be opened under: the playbooks of the types that there are.
   * One whose type the options no longer have, or that an instance with newer
   * options brought, opens nothing here; the log says so once.
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

  /** How many open and waiting tasks run under each; without any it is missing. */
  @InjectManager()
  async countActiveTasks(
    by: "calendar_id" | "playbook_id",
    @MedusaContext() context: SqlContext = {}
  ): Promise<Map<string, number>> {
    return await countActiveTasks(sqlOf(context), by)
  }

  /**
   * Changes the rules. Tasks that are open are moved to them afterwards, by
   * `moveTasks`.
   *
   * @throws Refusal where the change is not possible, saying why
   */
  @InjectManager()
  @InjectTransactionManager()
  async changeRules(
    change: RuleChange,
    actor_id: string | null,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    await lockRules(sql)
    const before = await this.rules_.book(sql, now)
    const after = changeRuleBook(before, change, this.settings)
    await storeRuleBook(sql, before, after, actor_id, now)
    if (concernsTasks(before, after)) {
      await insertRuleChange(sql, actor_id, now)
    }
  }

  /**
   * What a change of the rules would do to open tasks. Nothing is changed.
   *
   * @param visible_to - whose tasks may be examples, as in `QueueFilters`
   * @throws Refusal where the change is not possible, saying why
   */
  @InjectManager()
  async tryRules(
    change: RuleChange,
    now: Date,
    visible_to?: string | null,
    @MedusaContext() context: SqlContext = {}
  ): Promise<DryRun> {
    const sql = sqlOf(context)
    const before = await this.readRuleBook(now, context)
    const after = changeRuleBook(before, change, this.settings)
    return await tryRules(
      sql,
      after,
      this.rules_,
      visible_to,
      now,
      this.logger_
    )
  }

  /**
   * Moves the next tasks to rules that were changed.
   *
   * @returns what it did, or null where no change is unfinished
   */
  @InjectManager()
  @InjectTransactionManager()
  async moveTasks(
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Change[] | null> {
    return await moveTasks(sqlOf(context), this.rules_, now, this.logger_)
  }

  /** For a database that was put back to an earlier state under a running shop. */
  async forgetRules(): Promise<void> {
    this.rules_.forget()
  }

  /** The shop's canned answers, in the order in which they are offered. */
  @InjectManager()
  async cannedAnswers(
    @MedusaContext() context: SqlContext = {}
  ): Promise<CannedAnswerOfShop[]> {
    return await selectCannedAnswers(sqlOf(context))
  }

  /**
   * Changes the canned answers.
   *
   * @returns the id of the one that was changed
   * @throws Refusal where the change is not possible, saying why
   */
  @InjectManager()
  @InjectTransactionManager()
  async changeCannedAnswers(
    change: CannedAnswerChange,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string> {
    return await changeCannedAnswers(sqlOf(context), change, this.settings, now)
  }

  /** Brings the canned answers that a shop begins with; later calls do nothing. */
  @InjectManager()
  @InjectTransactionManager()
  async seedCannedAnswers(
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await seedCannedAnswers(sqlOf(context), this.settings, now)
  }

  /**
   * Remembers when the plugin first started: nothing is opened for what is
   * older. Later calls change nothing.
   */
  @InjectManager()
  async markFirstStart(
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Date> {
    return await startWatermark(sqlOf(context), "first_start", now, now)
  }

  /** How far the reconciler has read; a new one begins at the first start. */
  @InjectManager()
  async readWatermark(
    name: WatermarkName,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<Date> {
    const sql = sqlOf(context)
    const first_start = await startWatermark(sql, "first_start", now, now)
    return await startWatermark(sql, name, first_start, now)
  }

  /** Moves the reconciler ahead. */
  @InjectManager()
  async advanceWatermark(
    name: WatermarkName,
    position: Date,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await advanceWatermark(sqlOf(context), name, position, now)
  }

  /** Remembers records that an error kept from being synced. */
  @InjectManager()
  async keepFailed(
    entity: SyncedEntity,
    record_ids: string[],
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await keepFailed(sqlOf(context), entity, record_ids, now)
  }

  /** Those of them that may be tried again now. */
  @InjectManager()
  async listFailed(
    entity: SyncedEntity,
    limit: number,
    now: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    return await selectFailed(sqlOf(context), entity, limit, now)
  }

  /** Forgets those that were synced. */
  @InjectManager()
  async forgetFailed(
    record_ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await deleteFailed(sqlOf(context), record_ids)
  }

  /**
   * Forgets those that have failed since before a moment.
   *
   * @returns which they were
   */
  @InjectManager()
  async giveUpFailed(
    entity: SyncedEntity,
    since: Date,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    return await giveUpFailed(sqlOf(context), entity, since)
  }
}

export default FollowUpModuleService

/** Statements run where the context says: in its transaction, if it has one. */
function sqlOf({ transactionManager, manager }: SqlContext): Sql {
  const used = transactionManager ?? manager
  if (!used) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A statement was sent outside any connection"
    )
  }
  return connectionOf(used)
}
