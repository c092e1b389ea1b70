import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminFollowUpResponse } from "../../src/api/admin/follow-ups/types"
import { send } from "./client"
import { bodyOf, type Command } from "./command"
import { keepTask } from "./cache"
import { stamped, type FollowUp } from "./follow-up"
import { newIdempotencyKey } from "./idempotency-key"
import { followUpKeys } from "./keys"
import { refetchOrders } from "./orders"
import { refetchTasks, retry } from "./queries"

type Sent = { id: string; command: Command; idempotencyKey: string }

/**
 * Sends commands. Each call makes its key once, so that the server recognises a
 * retry after a broken connection as the same command.
 *
 * The promise rejects with the server's error if it refuses.
 */
export const useCommand = () => {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationKey: followUpKeys.commands,
    retry,
    mutationFn: async ({ id, command, idempotencyKey }: Sent) => {
      const answer = await send<AdminFollowUpResponse>(
        `/${id}/${command.name}`,
        bodyOf(command),
        idempotencyKey
      )
      return stamped(answer.follow_up, answer.now)
    },
    onSuccess: (task) => keepTask(client, task),
    onSettled: (_, __, { command }) => {
      if (command.name === "cancel-order") {
        refetchOrders(client)
      }
      refetchTasks(client)
      void client.invalidateQueries({ queryKey: followUpKeys.counts })
    },
  })
  return (id: string, command: Command): Promise<FollowUp> =>
    mutateAsync({ id, command, idempotencyKey: newIdempotencyKey() })
}
