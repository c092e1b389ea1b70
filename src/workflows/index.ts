import "./handlers"
export type { FollowUpOptions } from "../modules/follow-up"
export {
  type FactsSection,
  FOLLOW_UP_EXTENSIONS,
  type FollowUpExtension,
  type KindHandlers,
  type TaskOfKind,
} from "../desk/handlers"
export type { KindOfWork } from "../desk/kind"
export {
  assignTaskWorkflow,
  type AssignTaskInput,
} from "./follow-up/assign-task"
export { cancelOrderOfTaskWorkflow } from "./follow-up/cancel-order-of-task"
export { hangUpWorkflow, startCallingWorkflow } from "./follow-up/call-customer"
export {
  cancelTaskWorkflow,
  type CancelTaskInput,
} from "./follow-up/cancel-task"
export {
  changeRulesWorkflow,
  type ChangeRulesInput,
} from "./follow-up/change-rules"
export { claimTaskWorkflow } from "./follow-up/claim-task"
export type { CommandInput, CommandResult } from "./follow-up/command-workflow"
export {
  completeTaskWorkflow,
  type CompleteTaskInput,
} from "./follow-up/complete-task"
export {
  createCannedAnswerWorkflow,
  type CreateCannedAnswerInput,
} from "./follow-up/create-canned-answer"
export {
  deleteCannedAnswerWorkflow,
  type DeleteCannedAnswerInput,
} from "./follow-up/delete-canned-answer"
export { dismissAbsencesWorkflow } from "./follow-up/dismiss-absences"
export { fireDueTimersWorkflow } from "./follow-up/fire-due-timers"
export {
  shareContactWorkflow,
  type ShareContactInput,
  type SharedContactResult,
} from "./follow-up/share-contact"
export { syncCustomersWorkflow } from "./follow-up/sync-customers"
export { syncOrdersWorkflow } from "./follow-up/sync-orders"
export { syncCompletedTaskWorkflow } from "./follow-up/sync-completed-task"
export { keepReceivedPhoneWorkflow } from "./follow-up/keep-received-phone"
export { lookBackWorkflow } from "./follow-up/look-back"
export { noteTaskWorkflow, type NoteTaskInput } from "./follow-up/note-task"
export type { OpenFollowUp } from "./follow-up/open-follow-up"
export {
  type OpenedFollowUps,
  openFollowUpsStep,
  openFollowUpsWorkflow,
} from "./follow-up/open-follow-ups"
export { reconcileWorkflow } from "./follow-up/reconcile"
export {
  recordAttemptWorkflow,
  type RecordAttemptInput,
} from "./follow-up/record-attempt"
export {
  reopenTaskWorkflow,
  type ReopenTaskInput,
} from "./follow-up/reopen-task"
export {
  customerAnsweredWorkflow,
  type CustomerAnsweredInput,
  recordDeedWorkflow,
} from "./follow-up/record-deed"
export { resumeTaskWorkflow } from "./follow-up/resume-task"
export {
  updateCannedAnswerWorkflow,
  type UpdateCannedAnswerInput,
} from "./follow-up/update-canned-answer"
export { waitTaskWorkflow, type WaitTaskInput } from "./follow-up/wait-task"
export { withdrawAttemptWorkflow } from "./follow-up/withdraw-attempt"
export { deliverEventsStep } from "./desk/deliver-outbox"
export {
  type DoneBy,
  type SettleFollowUp,
  settleFollowUpsStep,
  settleFollowUpsWorkflow,
} from "./follow-up/settle-follow-ups"
export {
  type UpdateFollowUp,
  updateFollowUpsStep,
  updateFollowUpsWorkflow,
} from "./follow-up/update-follow-ups"
export {
  announceShortageWorkflow,
  type AnnounceShortageInput,
} from "./shortage/announce-shortage"
export {
  reportShortageWorkflow,
  type ReportShortageInput,
} from "./shortage/report-shortage"
export type { AlternativeToOffer } from "./shortage/offers/priced-alternatives"
export {
  offerAlternativesWorkflow,
  type OfferAlternativesInput,
} from "./shortage/offers/offer-alternatives"
export { answerOfferWorkflow } from "./shortage/offers/answer-offer"
export { setCaptureFirstWorkflow } from "./shortage/offers/set-capture-first"
export { prolongOfferWorkflow } from "./shortage/offers/prolong-offer"
export { withdrawOfferWorkflow } from "./shortage/offers/withdraw-offer"
export {
  returnMoneyWorkflow,
  type Settlement,
  type SettlementInput,
  settleShortageWorkflow,
} from "./shortage/settlement"
export {
  importPinsWorkflow,
  type ImportPinsInput,
  pinAlternativesWorkflow,
  type PinAlternativesInput,
} from "./shortage/alternatives/pin-alternatives"
export {
  type Alternative,
  type Question,
  rankAlternatives,
  SHORTAGE_RANKER,
  type ShortageRanker,
} from "./shortage/alternatives/ranker"
export { arrangeDelivery } from "./delivery-window/arrange-delivery"
export {
  bookWindowWorkflow,
  type BookWindowInput,
  type MoveBookingInput,
  moveBookingWorkflow,
  releaseBookingWorkflow,
  type ReleaseBookingInput,
} from "./delivery-window/book-window"
export {
  type ChangedWindows,
  type ChangeOfWindows,
  changeWindowsWorkflow,
} from "./delivery-window/change-windows"
export {
  holdWindowWorkflow,
  type HoldWindowInput,
  releaseHoldWorkflow,
} from "./delivery-window/hold-window"
export {
  windowsForCart,
  type WindowsForCart,
} from "./delivery-window/windows-for-cart"
export { windowsForOrder } from "./delivery-window/delivery-reader"
export {
  type CarrierAddress,
  type CarrierInterval,
  type CarrierOption,
  type CarrierParcel,
  type CarrierReport,
  type CarrierWindow,
  DELIVERY_CARRIERS,
  type DeliveryCarrier,
} from "../desk/delivery-carrier"
export {
  type ShipmentForWindow,
  shipmentForWindowWorkflow,
} from "./delivery-window/carriers/carrier-of-order"
export {
  fakeCarrier,
  type FakeCarrier,
} from "./delivery-window/carriers/fake-carrier"
export {
  novaPoshta,
  type NovaPoshtaOptions,
} from "./delivery-window/carriers/nova-poshta"
export {
  reportDeliveryWorkflow,
  type ReportDeliveryInput,
} from "./delivery-window/tracking/report-delivery"
export {
  changeDeliveryTextWorkflow,
  type ChangeTextInput,
} from "./delivery-window/messages/change-texts"
