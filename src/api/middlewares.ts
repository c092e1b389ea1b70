import { defineMiddlewares } from "@medusajs/framework/http"
import { absenceMiddlewares } from "./admin/follow-ups/absences/middlewares"
import { calendarMiddlewares } from "./admin/follow-ups/calendars/middlewares"
import { cannedAnswerMiddlewares } from "./admin/follow-ups/canned-answers/middlewares"
import { followUpMiddlewares } from "./admin/follow-ups/middlewares"
import { playbookMiddlewares } from "./admin/follow-ups/playbooks/middlewares"
import { noteAnswer } from "../workflows/desk/store-answers"
import { scriptMiddlewares } from "./admin/follow-ups/scripts/middlewares"
import { deliveryMessageMiddlewares } from "./admin/delivery-windows/message-middlewares"
import { deliveryWindowMiddlewares } from "./admin/delivery-windows/templates/middlewares"
import { shortageMiddlewares } from "./admin/shortages/middlewares"
import { orderDeliveryMiddlewares } from "./admin/delivery-windows/orders/middlewares"
import { storeDeliveryMiddlewares } from "./store/delivery-windows/middlewares"
import { deliveryReportMiddlewares } from "./hooks/delivery-windows/middlewares"
import { offerMiddlewares } from "./store/offers/middlewares"

export default defineMiddlewares({
  routes: [
    { matcher: "/store", middlewares: [noteAnswer] },
    ...followUpMiddlewares,
    ...calendarMiddlewares,
    ...playbookMiddlewares,
    ...scriptMiddlewares,
    ...cannedAnswerMiddlewares,
    ...absenceMiddlewares,
    ...shortageMiddlewares,
    ...deliveryMessageMiddlewares,
    ...deliveryWindowMiddlewares,
    ...offerMiddlewares,
    ...orderDeliveryMiddlewares,
    ...storeDeliveryMiddlewares,
    ...deliveryReportMiddlewares,
  ],
})
