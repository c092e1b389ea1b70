import { Module } from "@medusajs/framework/utils"
import DeliveryWindowModuleService from "./service"

/** The module's key in the container. */
export const DELIVERY_WINDOW_MODULE = "deliveryWindow"

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    [DELIVERY_WINDOW_MODULE]: DeliveryWindowModuleService
  }
}

export default Module(DELIVERY_WINDOW_MODULE, {
  service: DeliveryWindowModuleService,
})

export {
  ACTIVE,
  type AgreedBy,
  type Booking,
  type BookingEvent,
  type BookingResult,
  type BookingStatus,
  type Refused,
} from "./booking/booking"
export { isActiveBooking } from "./booking/booking"
export type { BookingFilters } from "./booking/bookings"
export type { KnownDelivery, TakenOrder } from "./booking/orders"
export type { DeliveryWindowHealth } from "./health"
export type { WrongSum } from "./booking/sums"
export { AGREED_ON_CALL } from "./booking/verbs"
export type {
  AgreedOnCall,
  BookRequest,
  By,
  ConfirmRequest,
  HoldRequest,
  Mark,
  MoveRequest,
  OnCall,
  OneMove,
  ReleaseRequest,
  ResizeRequest,
} from "./booking/verbs"
export {
  type MessageStatus,
  type NotSent,
  type Promised,
  PROMISE_KINDS,
  type PromiseKind,
} from "./promises/promise"
export type { ToTellCustomer } from "./promises/told"
export type { MessageText } from "./promises/texts"
export type { default as DeliveryWindowModuleService } from "./service"
export type { Progress } from "./tracking/progress"
export { type Report, REPORT_KINDS, type ReportKind } from "./tracking/report"
export type { TakenReport } from "./tracking/take-report"
export type { Making } from "./windows/make"
export { planWindows } from "./windows/plan-windows"
export { closingTime, type Exception, type Template } from "./windows/template"
export type { OpenWindow, PlannedWindow, UsedWindow, Window } from "./window"
export type { OpenFilters, WindowFilters } from "./windows/windows"
