import type { MiddlewareRoute } from "@medusajs/framework/http"
import { FOLLOW_UP_RULE, SHORTAGE } from "../../../policies/follow-ups"
import { briefWithout } from "../follow-ups/brief-answer"
import { checksBody, checksQuery } from "../follow-ups/check-request"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { ListPage, NoFields } from "../follow-ups/validators"
import {
  AnnounceShortage,
  AnswerOffer,
  ChangeOffer,
  ImportPins,
  LARGEST_FILE,
  ListAlternatives,
  ListAnnouncements,
  ListPins,
  ListShortages,
  OfferAlternatives,
  PinAlternatives,
  ReportShortage,
  ReturnMoney,
  SettleShortage,
} from "./validators"

const ROOT = "/admin/shortages"

const READ = { resource: SHORTAGE, operation: "read" }
const TELLS_READERS = tellingRefusals(briefWithout(READ))
const CREATE = { resource: SHORTAGE, operation: "create" }
const UPDATE = { resource: SHORTAGE, operation: "update" }

/** Medusa's own policy for editing orders. */
const EDIT_ORDERS = { resource: "order_change", operation: "update" }

/** The same policy as Medusa's own route for it. */
const REFUND = { resource: "refund", operation: "create" }

/** What is pinned holds for all orders, as a playbook does. */
const RULES = { resource: FOLLOW_UP_RULE, operation: "update" }

export const shortageMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: ROOT,
    middlewares: [checksQuery(ListShortages)],
    policies: READ,
  },
  {
    method: "GET",
    matcher: `${ROOT}/items`,
    middlewares: [checksQuery(ListPage)],
    policies: READ,
  },
  {
    method: "GET",
    matcher: `${ROOT}/replacements`,
    middlewares: [checksQuery(ListPage)],
    policies: READ,
  },
  {
    method: "POST",
    matcher: `${ROOT}/reports`,
    middlewares: [
      TELLS_READERS,
      checksBody(ReportShortage),
      checksQuery(NoFields),
    ],
    policies: CREATE,
  },
  {
    method: "GET",
    matcher: `${ROOT}/announcements`,
    middlewares: [checksQuery(ListAnnouncements)],
    policies: READ,
  },
  {
    method: "GET",
    matcher: `${ROOT}/orders/:order_id/lines/:line_item_id/alternatives`,
    middlewares: [checksQuery(ListAlternatives)],
    policies: READ,
  },
  {
    method: "GET",
    matcher: `${ROOT}/pins`,
    middlewares: [checksQuery(ListPins)],
    policies: READ,
  },
  {
    method: "POST",
    matcher: `${ROOT}/pins`,
    middlewares: [
      TELLS_READERS,
      checksBody(PinAlternatives),
      checksQuery(NoFields),
    ],
    policies: RULES,
  },
  {
    method: "GET",
    matcher: `${ROOT}/pins/export`,
    middlewares: [checksQuery(NoFields)],
    policies: READ,
  },
  {
    method: "POST",
    matcher: `${ROOT}/pins/import`,
    bodyParser: { sizeLimit: LARGEST_FILE },
    middlewares: [TELLS_READERS, checksBody(ImportPins), checksQuery(NoFields)],
    policies: RULES,
  },
  {
    method: "POST",
    matcher: `${ROOT}/announcements`,
    middlewares: [
      TELLS_READERS,
      checksBody(AnnounceShortage),
      checksQuery(NoFields),
    ],
    policies: CREATE,
  },
  {
    method: "GET",
    matcher: `${ROOT}/orders/:order_id/offers`,
    middlewares: [checksQuery(NoFields)],
    policies: READ,
  },
  {
    method: "POST",
    matcher: `${ROOT}/orders/:order_id/offers`,
    middlewares: [
      TELLS_READERS,
      checksBody(OfferAlternatives),
      checksQuery(NoFields),
    ],
    policies: UPDATE,
  },
  {
    method: "POST",
    matcher: `${ROOT}/offers/:id`,
    middlewares: [
      TELLS_READERS,
      checksBody(ChangeOffer),
      checksQuery(NoFields),
    ],
    policies: UPDATE,
  },
  {
    method: "POST",
    matcher: `${ROOT}/offers/:id/withdraw`,
    middlewares: [TELLS_READERS, checksBody(NoFields), checksQuery(NoFields)],
    policies: UPDATE,
  },
  {
    method: "POST",
    matcher: `${ROOT}/offers/:id/prolong`,
    middlewares: [TELLS_READERS, checksBody(NoFields), checksQuery(NoFields)],
    policies: UPDATE,
  },
  {
    method: "POST",
    matcher: `${ROOT}/offers/:id/answer`,
    middlewares: [
      TELLS_READERS,
      checksBody(AnswerOffer),
      checksQuery(NoFields),
    ],
    policies: [UPDATE, EDIT_ORDERS],
  },
  {
    method: "POST",
    matcher: `${ROOT}/orders/:order_id/refund`,
    middlewares: [checksBody(ReturnMoney), checksQuery(NoFields)],
    policies: [UPDATE, REFUND],
  },
  {
    method: "POST",
    matcher: `${ROOT}/orders/:order_id/settlements`,
    middlewares: [
      TELLS_READERS,
      checksBody(SettleShortage),
      checksQuery(NoFields),
    ],
    policies: [UPDATE, EDIT_ORDERS],
  },
  {
    method: "POST",
    matcher: `${ROOT}/orders/:order_id/settlements/preview`,
    middlewares: [checksBody(SettleShortage), checksQuery(NoFields)],
    policies: READ,
  },
]
