import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  DEFAULT_LIMITS,
  type DatabaseLimits,
  givenLimits,
} from "../../postgres/limits"
import { moduleConnection } from "../../postgres/module-connection"
import { refuseUnstorable } from "../../refusals"
import type { BookingResult, Refused } from "./booking/booking"
import {
  expireHolds,
  flagBooking,
  hasDelivered,
  selectBacklog,
  selectBookings,
  selectHistory,
} from "./booking/bookings"
import {
  finishOrder,
  forgetOrders,
  keepKnownDelivery,
  markOrdersChanged,
  noticeForgotten,
  noticeOrders,
  readKnownDelivery,
  takeOrders,
  watermarks,
} from "./booking/orders"
import { judgeFreed, selectOver } from "./booking/capacity"
import { runVerb } from "./booking/run-verb"
import { repairSums, selectWrongSums } from "./booking/sums"
import {
  bookPlace,
  type BookRequest,
  type By,
  confirmCart,
  type ConfirmRequest,
  type HoldRequest,
  holdPlace,
  type Mark,
  markBooking,
  moveBooking,
  moveMany,
  type MoveRequest,
  type OneMove,
  releaseBooking,
  type ReleaseRequest,
  resizeBooking,
  type ResizeRequest,
  type Verb,
} from "./booking/verbs"
import { readHealth } from "./health"
import BookingModel from "./models/booking"
import BookingEventModel from "./models/booking-event"
import ExceptionModel from "./models/exception"
import MakingModel from "./models/making"
import TemplateModel from "./models/template"
import MarkModel from "./models/mark"
import OutboxItemModel from "./models/outbox-item"
import ProgressModel from "./models/progress"
import PromiseModel from "./models/promise"
import ReportModel from "./models/report"
import TextModel from "./models/text"
import WindowModel from "./models/window"
import type { Promised } from "./promises/promise"
import { promiseAgreed } from "./tracking/agreed"
import { selectPromises } from "./promises/promises"
import { keepTold, markNotSent, markTold, selectToTell } from "./promises/told"
import { deleteText, saveText, selectTexts } from "./promises/texts"
import { takeMessages } from "./promises/take-messages"
import { outbox } from "./tables"
import { selectOnTheWay, takeTurn } from "./tracking/on-the-way"
import {
  keepFailed,
  markSynced,
  postponeDue,
  selectDue,
  selectProgress,
  selectToSync,
} from "./tracking/progress"
import type { Report } from "./tracking/report"
import {
  followTime,
  type Judging,
  takeReport,
  type TakenReport,
} from "./tracking/take-report"
import { readMaking, tryPlan, writePlan } from "./windows/make"
import {
  deleteException,
  deleteTemplate,
  selectDouble,
  selectExceptions,
  selectTemplates,
  writeException,
  writeTemplate,
} from "./windows/templates"
import {
  selectNextWindow,
  selectOpenWindows,
  selectTaking,
  selectWindows,
} from "./windows/windows"

const optionsSchema = z.object({ limits: givenLimits })

/** When something is judged, and how. */
type Moment = Omit<Judging, "lock_timeout_ms">

/** After these the next window is offered. */
const ANOTHER_MAY_DO: readonly Refused[] = [
  "full",
  "cut_off",
  "too_soon",
  "closed",
  "gone",
]

/**
 * When couriers come, and who has a place. Change it through the workflows.
 * What is judged by the time is judged by the database's clock: `ahead_ms` is
 * how far the shop's clock is ahead of real time, see `aheadOf`.
 */
class DeliveryWindowModuleService extends MedusaService({
  DeliveryWindowTemplate: TemplateModel,
  DeliveryWindowException: ExceptionModel,
  DeliveryWindow: WindowModel,
  DeliveryWindowBooking: BookingModel,
  DeliveryWindowBookingEvent: BookingEventModel,
  DeliveryWindowMaking: MakingModel,
  DeliveryWindowReport: ReportModel,
  DeliveryWindowProgress: ProgressModel,
  DeliveryWindowPromise: PromiseModel,
  DeliveryWindowText: TextModel,
  DeliveryWindowOutboxItem: OutboxItemModel,
  DeliveryWindowMark: MarkModel,
}) {
  /** Set by Medusa's own constructor, but missing from its types. */
  declare protected readonly baseRepository_: DAL.RepositoryService
  private readonly limits_: DatabaseLimits
  private readonly database_ = moduleConnection(
    () => this.baseRepository_,
    () => this.limits_
  )
  private readonly asked_ = this.database_.checked((argument) =>
    refuseUnstorable(argument)
  )

  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    const { limits } = optionsSchema.parse(options ?? {})
    this.limits_ = {
      ...DEFAULT_LIMITS,
      ...limits,
      connections: 2,
    }
    this.database_.limitGenerated(this)
  }

  // What windows are made from. `makeWindows` makes them fit after a change.

  readonly listTemplates = this.database_.transactional(selectTemplates)
  readonly saveTemplate = this.asked_.transactional(writeTemplate)
  readonly removeTemplate = this.asked_.transactional(deleteTemplate)
  readonly listExceptions = this.asked_.transactional(selectExceptions)
  readonly findDoubleException = this.asked_.transactional(selectDouble)
  readonly saveException = this.asked_.transactional(writeException)
  readonly removeException = this.asked_.transactional(deleteException)

  // The windows.

  readonly readMaking = this.database_.transactional(readMaking)
  readonly writePlan = this.database_.transactional(writePlan)
  readonly tryPlan = this.database_.transactional(tryPlan)
  readonly listOpenWindows = this.asked_.transactional(selectOpenWindows)
  readonly listWindows = this.asked_.transactional(selectWindows)
  readonly listTaking = this.asked_.transactional(selectTaking)
  readonly findNextWindow = this.asked_.transactional(selectNextWindow)

  // Places.

  private readonly runVerb_ = this.asked_.atOnce(runVerb)

  /** Keeps a place for a cart; a cart that has one elsewhere moves. */
  async hold(asked: HoldRequest, ahead_ms: number): Promise<BookingResult> {
    return await this.place_(holdPlace(asked, ahead_ms), asked, ahead_ms)
  }

  /**
   * Gives a cart's place to the order that it became. One whose hold has run out
   * takes a free place in the same window. If there is none, the booking is
   * released, and keeps the order and the window as what was wished.
   */
  async confirmCart(
    asked: ConfirmRequest,
    ahead_ms: number
  ): Promise<BookingResult> {
    return await this.place_(confirmCart(asked, ahead_ms), asked, ahead_ms)
  }

  /** Takes a place for an order; the same again is the same booking. */
  async book(asked: BookRequest, ahead_ms: number): Promise<BookingResult> {
    return await this.place_(bookPlace(asked, ahead_ms), asked, ahead_ms)
  }

  /** Moves a booking that is confirmed or late. */
  async move(asked: MoveRequest, ahead_ms: number): Promise<BookingResult> {
    return await this.place_(moveBooking(asked, ahead_ms), asked, ahead_ms)
  }

  /**
   * Moves several, all or none: full windows may exchange bookings.
   *
   * @returns why not, and the first booking that cannot
   */
  async moveMany(
    moves: readonly OneMove[],
    by: By,
    ahead_ms: number
  ): Promise<{ refused: Refused | null; booking_id: string | null }> {
    const { refused, booking } = await this.runVerb_(
      moveMany(moves, by, ahead_ms),
      this.limits_.lock_timeout_ms
    )
    return { refused, booking_id: booking?.id ?? null }
  }

  /**
   * Takes as many units as the order has now, in the window that it has. Refused
   * as `full`, it keeps those that it had; then somebody must be asked.
   */
  async resize(asked: ResizeRequest, ahead_ms: number): Promise<BookingResult> {
    return await this.place_(resizeBooking(asked, ahead_ms), null, ahead_ms)
  }

  /** Gives a place back; a held one, too. */
  async release(
    asked: ReleaseRequest,
    ahead_ms: number
  ): Promise<BookingResult> {
    return await this.place_(releaseBooking(asked, ahead_ms), null, ahead_ms)
  }

  /** Writes down what happened to the delivery. */
  async markBooking(
    booking_id: string,
    mark: Mark,
    actor_id: string | null,
    ahead_ms: number
  ): Promise<BookingResult> {
    return await this.place_(
      markBooking(booking_id, mark, actor_id, ahead_ms),
      null,
      ahead_ms
    )
  }

  private async place_(
    verb: Verb,
    asked: { window_id?: string; units: number } | null,
    ahead_ms: number
  ): Promise<BookingResult> {
    const { refused, booking } = await this.runVerb_(
      verb,
      this.limits_.lock_timeout_ms
    )
    if (refused === null && booking) {
      return { booking }
    }
    const wished = asked?.window_id ?? booking?.window_id
    return {
      refused: refused ?? "not_found",
      booking,
      next:
        asked && wished && refused && ANOTHER_MAY_DO.includes(refused)
          ? await this.findNextWindow(wished, asked.units, ahead_ms)
          : null,
    }
  }

  readonly expireHolds = this.database_.transactional(expireHolds)
  readonly readBookings = this.asked_.transactional(selectBookings)
  readonly readBookingHistory = this.asked_.transactional(selectHistory)
  readonly flagBooking = this.asked_.transactional(flagBooking)
  /** Judges bookings again whose windows have units free since. */
  readonly judgeFreed = this.database_.transactional(judgeFreed)
  readonly countOver = this.database_.transactional(selectOver)
  readonly readBacklog = this.database_.transactional(selectBacklog)
  readonly hasDelivered = this.database_.transactional(hasDelivered)

  // What is seen of deliveries on their way.

  private readonly takeReport_ = this.asked_.transactional(takeReport)
  private readonly followTime_ = this.database_.transactional(followTime)

  /**
   * Keeps what somebody has seen, once, and lets the order's booking follow it.
   */
  async takeReport(report: Report, judging: Moment): Promise<TakenReport> {
    return await this.takeReport_(report, this.judging_(judging))
  }

  /** Lets a booking follow the time that has passed. */
  async followTime(booking_id: string, judging: Moment): Promise<void> {
    await this.followTime_(booking_id, this.judging_(judging))
  }

  private judging_(moment: Moment): Judging {
    return { ...moment, lock_timeout_ms: this.limits_.lock_timeout_ms }
  }

  readonly listDue = this.database_.transactional(selectDue)
  readonly postponeDue = this.database_.transactional(postponeDue)
  readonly listDelaysToSync = this.database_.transactional(selectToSync)
  readonly keepFailedDelay = this.database_.transactional(keepFailed)
  readonly readDelay = this.database_.transactional(selectProgress)
  readonly markDelaySynced = this.database_.transactional(markSynced)
  readonly listOnTheWay = this.database_.transactional(selectOnTheWay)
  readonly takeTurn = this.database_.transactional(takeTurn)

  // What customers are told.

  readonly promiseAgreed = this.database_.transactional(promiseAgreed)
  readonly readToTell = this.database_.transactional(selectToTell)
  readonly markTold = this.database_.transactional(markTold)
  readonly markNotSent = this.database_.transactional(markNotSent)
  readonly keepTold = this.asked_.transactional(keepTold)
  private readonly selectPromises_ = this.asked_.transactional(selectPromises)

  /** All that the customer of an order was told, the latest first. */
  async readPromises(order_id: string): Promise<Promised[]> {
    return await this.selectPromises_({ order_id })
  }

  readonly readTexts = this.database_.transactional(selectTexts)
  readonly saveText = this.asked_.transactional(saveText)
  readonly removeText = this.asked_.transactional(deleteText)
  readonly takeMessages = this.database_.transactional(takeMessages)
  readonly forgetMessages = this.database_.transactional(outbox.forget)

  // The orders that bookings and tasks are kept fitting to.

  readonly markOrdersChanged = this.database_.transactional(markOrdersChanged)
  readonly noticeOrders = this.database_.transactional(noticeOrders)
  readonly noticeForgotten = this.database_.transactional(noticeForgotten)
  readonly takeOrders = this.database_.transactional(takeOrders)
  readonly finishOrder = this.database_.transactional(finishOrder)
  readonly forgetOrders = this.database_.transactional(forgetOrders)
  readonly readKnownDelivery = this.database_.transactional(readKnownDelivery)
  readonly keepKnownDelivery = this.database_.transactional(keepKnownDelivery)
  readonly readWatermark = this.database_.transactional(
    (sql, name: string, now: Date) => watermarks.start(sql, name, now, now)
  )
  readonly advanceWatermark = this.database_.transactional(watermarks.advance)

  // Whether the windows' counts are right.

  readonly sumsDiffer = this.database_.transactional(selectWrongSums)
  readonly repairSums = this.database_.transactional(repairSums)
  readonly readHealth = this.database_.transactional(readHealth)
}

export default DeliveryWindowModuleService
