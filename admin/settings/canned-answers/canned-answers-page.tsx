import { SettingsPage } from "../settings-page"

export const CannedAnswersPage = () => (
  <SettingsPage tab="cannedAnswers">{null}</SettingsPage>
)
