import { BookOpen } from "@medusajs/icons"
import { usePlaybooks, usePlaybookVocabulary } from "../../api/playbooks"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { useCalendars } from "../calendars/queries"
import { usePersonName } from "../fields/people"
import { AbsenceNotice } from "../absence-notice"
import { LookBack } from "../look-back"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"
import { CreatePlaybook } from "./create-playbook"
import { groupByType } from "./order"
import { PlaybookGroup } from "./playbook-group"
import { useConditionNames } from "./use-condition-names"

/** What the dialog offers first. */
const LOOKS_BACK_DAYS = 7

/** All playbooks by task type, in matching order. */
export const PlaybooksPage = () => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: playbooks, error, refetch } = usePlaybooks()
  const { data: vocabulary } = usePlaybookVocabulary()
  const { data: calendarAnswer } = useCalendars()
  const personName = usePersonName()
  const fields = vocabulary?.condition_fields ?? []
  const nameOf = useConditionNames(
    (playbooks ?? []).map(({ definition }) => definition.conditions),
    fields
  )
  const words = {
    triggers: vocabulary?.triggers ?? [],
    fields,
    nameOf,
    personName,
    calendarName: (id: string) =>
      calendarAnswer?.calendars.find((calendar) => calendar.id === id)?.name ??
      id,
  }

  return (
    <SettingsPage
      tab="playbooks"
      action={
        <>
          <LookBack days={LOOKS_BACK_DAYS} />
          {playbooks && vocabulary && (
            <CreatePlaybook playbooks={playbooks} vocabulary={vocabulary} />
          )}
        </>
      }
    >
      <AbsenceNotice />
      {!playbooks && error && (
        <LoadError
          title={t("settings.playbooks.listError")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!playbooks && !error && <ListSkeleton />}
      {playbooks?.length === 0 && (
        <Message
          icon={<BookOpen />}
          title={t("settings.playbooks.empty")}
          text={t("settings.playbooks.emptyText")}
        />
      )}
      {groupByType(
        playbooks ?? [],
        vocabulary?.types.map(({ type }) => type) ?? []
      ).map(({ type, playbooks }) => (
        <PlaybookGroup
          key={type}
          type={type}
          title={typeName(type)}
          playbooks={playbooks}
          words={words}
        />
      ))}
    </SettingsPage>
  )
}
