import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checksBody, checksQuery } from "../../admin/follow-ups/check-request"
import { NoFields } from "../../admin/follow-ups/validators"
import { tellingRefusals } from "../../admin/follow-ups/tell-refusals"
import { ReportDelivery } from "./eta/validators"
import { verifiesSignature } from "./eta/verify-signature"

export const deliveryReportMiddlewares: MiddlewareRoute[] = [
  {
    method: "POST",
    matcher: "/hooks/delivery-windows/eta",
    // The signature is over the bytes as they were sent.
    bodyParser: { preserveRawBody: true, sizeLimit: "32kb" },
    middlewares: [
      tellingRefusals(verifiesSignature),
      checksBody(ReportDelivery),
      checksQuery(NoFields),
    ],
  },
]
