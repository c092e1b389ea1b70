import { Prompt, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { type LookedBack, useAbsenceChanges } from "../api/absences"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { NumberInput } from "./fields/number-input"
import { toastFailure } from "./toast-failure"

/** As the server allows. */
const MAX_DAYS = 366

/** The button to look back, and its dialog. */
export const LookBack = ({ days }: { days: number }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <SmallButton onClick={() => setOpen(true)}>
        {t("settings.lookBack.open")}
      </SmallButton>
      {open && (
        <LookBackDialog
          start={Math.min(days, MAX_DAYS)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** A dry run first; what it counted can then be opened. */
const LookBackDialog = ({
  start,
  onClose,
}: {
  start: number
  onClose: () => void
}) => {
  const t = useText()
  const { tryLookBack, lookBack } = useAbsenceChanges()
  /** Null while what is typed is no number of days. */
  const [days, setDays] = useState<number | null>(start)
  const [counted, setCounted] = useState<LookedBack | null>(null)
  const [pending, setPending] = useState(false)
  const [lookedAt, setLookedAt] = useState(0)
  const run = async (act: () => Promise<void>) => {
    setPending(true)
    setLookedAt(0)
    try {
      await act()
    } catch (error) {
      toastFailure(t, error)
    } finally {
      setPending(false)
    }
  }
  const count = () =>
    void run(async () => {
      if (days !== null) {
        setCounted(await tryLookBack(days, setLookedAt))
      }
    })
  const confirm = () =>
    void run(async () => {
      if (days === null) {
        return
      }
      const opened = totalOf(await lookBack(days, setLookedAt))
      toast.success(t("settings.lookBack.done", { count: opened }))
      onClose()
    })
  const total = counted ? totalOf(counted) : 0

  return (
    <Prompt
      open
      variant="confirmation"
      onOpenChange={(open) => !open && !pending && onClose()}
    >
      <Prompt.Content className="w-[calc(100%-1rem)] max-w-[480px]">
        <Prompt.Header>
          <Prompt.Title>{t("settings.lookBack.open")}</Prompt.Title>
          <Prompt.Description className="text-pretty">
            {t("settings.lookBack.text")}
          </Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-4 px-6 pt-4">
          <div className="flex items-center gap-x-2">
            <NumberInput
              label={t("settings.lookBack.days")}
              value={days}
              max={MAX_DAYS}
              disabled={pending}
              onChange={(number) => {
                setDays(number)
                setCounted(null)
              }}
              onWrong={() => {
                setDays(null)
                setCounted(null)
              }}
            />
            <Text size="small">
              {t("settings.lookBack.unit", { count: days ?? 0 })}
            </Text>
            <SmallButton
              // Without it, the focus would stay on the page behind.
              autoFocus
              disabled={pending || days === null}
              isLoading={pending && !counted}
              onClick={count}
            >
              {t("settings.lookBack.count")}
            </SmallButton>
          </div>
          <div role="status">
            {pending && lookedAt > 0 ? (
              <Text size="small">
                {t("settings.lookBack.progress", { count: lookedAt })}
              </Text>
            ) : (
              counted && <CountedTypes types={counted.types} />
            )}
          </div>
        </div>
        <Prompt.Footer>
          <SmallButton disabled={pending} onClick={onClose}>
            {t("settings.cancel")}
          </SmallButton>
          {total > 0 && (
            <SmallButton
              variant="primary"
              isLoading={pending}
              onClick={confirm}
            >
              {t("settings.lookBack.confirm", { count: total })}
            </SmallButton>
          )}
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

const CountedTypes = ({ types }: Pick<LookedBack, "types">) => {
  const t = useText()
  const { typeName } = useKinds()
  return types.length === 0 ? (
    <Text size="small">{t("settings.lookBack.nothing")}</Text>
  ) : (
    <ul>
      {types.map(({ type, count, late }) => (
        <Text asChild key={type} size="small">
          <li>
            {t("settings.lookBack.type", { type: typeName(type), count })}
            {late > 0 && `, ${t("settings.lookBack.late", { count: late })}`}
          </li>
        </Text>
      ))}
    </ul>
  )
}

function totalOf({ types }: Pick<LookedBack, "types">): number {
  return types.reduce((sum, { count }) => sum + count, 0)
}
