import { useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminFollowUpSharedContactListResponse,
  AdminFollowUpSharedContactResponse,
  AdminShareFollowUpContact,
} from "../../src/api/admin/follow-ups/types"
import { askWithoutClock, change } from "./client"
import { followUpKeys } from "./keys"
import { live, refetchTasks } from "./queries"
import { readAnew } from "./read-anew"

const PATH = "/shared-contacts"
/** Far more than offices order from a shop; the list is not paginated. */
const ALL = { limit: 200 }
const queryKey = [...followUpKeys.all, "shared-contacts"] as const

/** The numbers and addresses that several people use, the newest first. */
export const useSharedContacts = () =>
  useQuery({
    ...live,
    queryKey,
    queryFn: async () =>
      (await askWithoutClock<AdminFollowUpSharedContactListResponse>(PATH, ALL))
        .shared_contacts,
  })

/** Marks a contact as shared, or takes the mark back; rejects with the server's error. */
export const useSharing = () => {
  const client = useQueryClient()
  return async (contact: AdminShareFollowUpContact) => {
    await change<AdminFollowUpSharedContactResponse>(PATH, contact)
    refetchTasks(client)
    void readAnew(client, { queryKey })
  }
}
