import { ChatBubbleLeftRight, Plus } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useCannedAnswers } from "../../api/canned-answers"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SmallButton } from "../../task/small-button"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"
import { SETTINGS_PATHS } from "../settings-tabs"
import { CannedAnswerRow } from "./canned-answer-row"
import { NEW } from "./new"

/** The texts that the desk sends repeatedly. */
export const CannedAnswersPage = () => {
  const t = useText()
  const { data: answers, error, refetch } = useCannedAnswers()
  return (
    <SettingsPage
      tab="cannedAnswers"
      action={
        <SmallButton asChild>
          <Link to={`${SETTINGS_PATHS.cannedAnswers}/${NEW}`}>
            <Plus aria-hidden />
            {t("settings.cannedAnswers.create")}
          </Link>
        </SmallButton>
      }
    >
      {!answers && error && (
        <LoadError
          title={t("settings.cannedAnswers.listError")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!answers && !error && <ListSkeleton />}
      {answers?.length === 0 && (
        <Message
          icon={<ChatBubbleLeftRight />}
          title={t("settings.cannedAnswers.empty")}
          text={t("settings.cannedAnswers.emptyText")}
        />
      )}
      {answers && answers.length > 0 && (
        <ul className="list-none divide-y">
          {answers.map((answer) => (
            <CannedAnswerRow key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}
