#include "client/ui/settings/look_section.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "client/ui/controls/form_field.h"
#include "client/ui/settings/own_settings.h"

namespace vb::client::ui {
namespace {

void choose(QComboBox* box, const QVariant& value) {
  const QSignalBlocker quiet(box);
  box->setCurrentIndex(qMax(0, box->findData(value)));
}

}  // namespace

LookSection::LookSection(Desk& desk, store::Reader& reader, Theme& theme, Preferences& preferences, QWidget* parent)
    : Section(tr("Look"), tr("language theme dark light contrast text size font density"), parent),
      desk_(desk),
      reader_(reader),
      theme_(theme),
      preferences_(preferences),
      language_(new QComboBox),
      mode_(new QComboBox),
      scale_(new QComboBox),
      density_(new QComboBox) {
  // The names of languages are in their own language.
  language_->addItem(tr("As the system"), QString());
  language_->addItem(QStringLiteral("Nederlands"), QStringLiteral("nl"));
  language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
  mode_->addItem(tr("As the system"), static_cast<int>(ThemeMode::system));
  mode_->addItem(tr("Light"), static_cast<int>(ThemeMode::light));
  mode_->addItem(tr("Dark"), static_cast<int>(ThemeMode::dark));
  mode_->addItem(tr("High contrast"), static_cast<int>(ThemeMode::highContrast));
  for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200}) scale_->addItem(tr("%1 %").arg(percent), percent);
  density_->addItem(tr("Compact"), static_cast<int>(Density::compact));
  density_->addItem(tr("Normal"), static_cast<int>(Density::normal));
  density_->addItem(tr("Roomy"), static_cast<int>(Density::roomy));
  body()->addWidget(new FormField(tr("Language"), language_));
  body()->addWidget(new FormField(tr("Theme"), mode_));
  body()->addWidget(new FormField(tr("Text size"), scale_));
  body()->addWidget(new FormField(tr("Room between rows"), density_));
  connect(language_, &QComboBox::currentIndexChanged, this, [this] {
    const QString language = language_->currentData().toString();
    preferences_.setLanguage(language);
    UpdateSettings wished = currentSettings(reader_);
    wished.language = language.toStdString();
    desk_.updateSettings(wished);
    Q_EMIT languageChosen(language);
  });
  connect(mode_, &QComboBox::currentIndexChanged, this, [this] {
    const auto mode = static_cast<ThemeMode>(mode_->currentData().toInt());
    preferences_.setThemeMode(mode);
    theme_.setMode(mode);
  });
  connect(scale_, &QComboBox::currentIndexChanged, this, [this] {
    preferences_.setFontScalePercent(scale_->currentData().toInt());
    theme_.setFontScalePercent(scale_->currentData().toInt());
  });
  connect(density_, &QComboBox::currentIndexChanged, this, [this] {
    const auto density = static_cast<Density>(density_->currentData().toInt());
    preferences_.setDensity(density);
    theme_.setListDensity(density);
  });
  renew();
}

void LookSection::renew() {
  choose(language_, preferences_.language());
  choose(mode_, static_cast<int>(preferences_.themeMode()));
  const int percent = preferences_.fontScalePercent();
  if (scale_->findData(percent) < 0) scale_->addItem(tr("%1 %").arg(percent), percent);
  choose(scale_, percent);
  choose(density_, static_cast<int>(preferences_.density()));
}

}  // namespace vb::client::ui
