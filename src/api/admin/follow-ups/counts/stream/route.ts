import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../clock"
import { FOLLOW_UP_MODULE, type News } from "../../../../../modules/follow-up"
import { userOf } from "../../actor"
import { tellingRefusals } from "../../tell-refusals"
import type {
  AdminFollowUpBeat,
  AdminFollowUpCountsResponse,
} from "../../types"
import { visibleTo } from "../../visible-to"
import { EventStream } from "../event-stream"

/**
 * The counts as server-sent events: one `counts` first and after every change
 * of the queue, and a `beat` every ten seconds without one. Ends after about
 * two minutes, so that who listens and what they may read is checked anew.
 */
export const GET = tellingRefusals(
  async (request: AuthenticatedMedusaRequest, response: MedusaResponse) => {
    const { scope } = request
    const stream = new EventStream(request, response)
    const leave = await scope.resolve(FOLLOW_UP_MODULE).queueNews.listen(
      {
        audience: {
          user_id: userOf(request),
          visible_to: await visibleTo(request),
        },
        tell: (news) => stream.send(news.kind, said(news)),
        end: () => stream.end(),
      },
      clockOf(scope)
    )
    stream.whenEnded(leave)
  }
)

function said(news: News): AdminFollowUpCountsResponse | AdminFollowUpBeat {
  const now = news.now.toISOString()
  return news.kind === "counts" ? { ...news.counts, now } : { now }
}
