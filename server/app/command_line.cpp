#include "server/app/command_line.h"

#include <csignal>
#include <map>
#include <ostream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "server/app/admin.h"
#include "server/app/error_words.h"
#include "server/app/exit_codes.h"
#include "server/app/import_dates.h"
#include "server/app/server.h"
#include "shared/base/limits.h"

namespace vb::server::app {
namespace {

constexpr std::size_t kDayLength = std::string_view("2024-05-17").size();

// What the flags of one call said.
struct Words {
  std::string config;
  std::string data;
  std::string highWater;
  std::vector<std::string> listen;
  std::string tlsCertificate;
  std::string tlsKey;
  std::string registration;
  std::vector<std::string> trustedProxies;
  bool behindProxy = false;
  bool acceptRestore = false;

  std::string passwordFile;
  AdminRequest admin;
  std::string file;
  FaqOptions faq;
  StackExchangeOptions stackExchange;
  std::string categoryMap;
  std::string channel;
  std::string author;
  SampleOptions sample;
};

class CommandLine {
 public:
  CommandLine(std::ostream& out, std::ostream& err) : out_(out), err_(err) {
    app_.name("vraagbaakd");
    app_.set_version_flag("--version", "vraagbaakd " VRAAGBAAK_VERSION);
    app_.require_subcommand(1);
    addServe();
    addUsers();
    addCategories();
    addChannels();
    addImports();
    addBackups();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& failed) {
      return app_.exit(failed, out_, err_) == 0 ? kExitDone : kExitUsage;
    }
    auto config = settings();
    if (!config) {
      err_ << "vraagbaakd: " << config.error().detail << "\n";
      return kExitUsage;
    }
    config_ = std::move(*config);
    return chosen_();
  }

 private:
  CLI::App* command(CLI::App& parent, const std::string& name, const std::string& description,
                    std::function<int()> then) {
    auto* sub = parent.add_subcommand(name, description);
    sub->add_option("--config", words_.config, "TOML file with the settings")->check(CLI::ExistingFile);
    sub->add_option("--data", words_.data, "folder of the database");
    sub->add_option("--high-water", words_.highWater, "file of the high-water mark (beside the database)");
    sub->callback([this, then = std::move(then)] { chosen_ = then; });
    return sub;
  }
  int withAdmin(const std::function<int(Admin&)>& then) {
    const auto clock = createSystemClock();
    const auto random = createSystemRandom();
    Admin admin(config_, *clock, *random, out_, err_);
    return then(admin);
  }

  int act(const std::string& action) {
    words_.admin.action = action;
    return withAdmin([this](Admin& admin) { return admin.act(words_.admin); });
  }

  int actWithPassword(const std::string& action) {
    auto password = readPassword(words_.passwordFile, err_);
    if (!password) {
      err_ << "vraagbaakd: " << password.error().detail << "\n";
      return kExitUsage;
    }
    words_.admin.password = std::move(*password);
    return act(action);
  }

  void addServe() {
    auto* sub = command(app_, "serve", "Serve clients until SIGTERM or SIGINT; SIGHUP reads the certificate again",
                        [this] { return runServer(); });
    sub->add_option("--listen", words_.listen, "ADDRESS:PORT; may be given more than once (127.0.0.1:8080)");
    sub->add_option("--tls-cert", words_.tlsCertificate, "certificate with its chain, PEM");
    sub->add_option("--tls-key", words_.tlsKey, "its key, PEM");
    sub->add_flag("--behind-proxy", words_.behindProxy, "plain text on any address: a proxy in front does the TLS");
    sub->add_option("--trusted-proxy", words_.trustedProxies, "its address or network; may be given more than once");
    sub->add_option("--registration", words_.registration, "may people register themselves: on or off")
        ->check(CLI::IsMember({"on", "off"}));
    sub->add_flag("--accept-restore", words_.acceptRestore,
                  "start on a database that is older than what was acknowledged");
  }

  void addUsers() {
    auto* user = app_.add_subcommand("user", "Accounts")->require_subcommand(1);
    auto* add = command(*user, "add", "Make an account; the password is read from standard input",
                        [this] { return actWithPassword("user add"); });
    add->add_option("--email", words_.admin.email, "its address")->required();
    add->add_option("--name", words_.admin.profile.name, "shown to others")->required();
    static const std::map<std::string, Role> kRoles{{"practitioner", Role::practitioner},
                                                    {"policy", Role::policy},
                                                    {"coordinator", Role::coordinator},
                                                    {"researcher", Role::researcher}};
    add->add_option_function<std::string>(
           "--role", [this](const std::string& name) { words_.admin.profile.role = kRoles.at(name); })
        ->check(CLI::IsMember(kRoles));
    add->add_option("--job-title", words_.admin.profile.jobTitle);
    add->add_option("--organisation", words_.admin.profile.organisation);
    add->add_option("--municipality", words_.admin.profile.municipality);
    add->add_option("--password-file", words_.passwordFile, "its first line")->check(CLI::ExistingFile);

    command(*user, "list", "Id, state and address of every account", [this] { return act("user list"); });
    const auto byEmail = [&](const std::string& name, const char* description) {
      command(*user, name, description, [this, name] { return act("user " + name); })
          ->add_option("--email", words_.admin.email, "its address")
          ->required();
    };
    auto* password = command(*user, "password", "A new password for one that was forgotten; all its tokens end",
                             [this] { return actWithPassword("user password"); });
    password->add_option("--email", words_.admin.email, "its address")->required();
    password->add_option("--password-file", words_.passwordFile, "its first line")->check(CLI::ExistingFile);
    byEmail("disable", "Nobody signs in with this account any more; its tokens end");
    byEmail("enable", "The account may be used again");
    byEmail("sign-out", "Revoke all tokens of an account");
  }

  void addCategories() {
    auto* category = app_.add_subcommand("category", "Categories")->require_subcommand(1);
    auto* add = command(*category, "add", "Make a category, last in the list", [this] { return act("category add"); });
    add->add_option("--name-nl", words_.admin.category.nameNl)->required();
    add->add_option("--name-en", words_.admin.category.nameEn)->required();
    add->add_option("--description-nl", words_.admin.category.descriptionNl);
    add->add_option("--description-en", words_.admin.category.descriptionEn);
    add->add_option("--words", words_.admin.category.words, "words that point to it, lower case, with commas between")
        ->delimiter(',');
    command(*category, "list", "Id, state and names of every category", [this] { return act("category list"); });
    const auto byWhich = [&](const std::string& name, const char* description) {
      command(*category, name, description, [this, name] { return act("category " + name); })
          ->add_option("category", words_.admin.which, "id or name")
          ->required();
    };
    byWhich("archive", "No new questions in it; the old ones stay readable");
    byWhich("reopen", "Questions may be asked in it again");
    command(*category, "seed", "Make or change the categories of a JSON file",
            [this] {
              return withAdmin([this](Admin& admin) {
                return admin.runImport([this](const ImportSink& sink) { return seedCategories(words_.file, sink); });
              });
            })
        ->add_option("file", words_.file)
        ->required()
        ->check(CLI::ExistingFile);
  }

  void addChannels() {
    auto* channel = app_.add_subcommand("channel", "Channels that organisations rent")->require_subcommand(1);
    auto& asked = words_.admin.channel;
    const auto addRent = [&](CLI::App* sub) {
      sub->add_option("--plan", asked.plan, "its name");
      sub->add_option("--seats", asked.seats, "members at most; 0: no limit")->check(CLI::NonNegativeNumber);
      sub->add_option("--quota-mb", asked.quotaMegabytes, "storage at most; 0: no limit")
          ->check(CLI::NonNegativeNumber);
      sub->add_option("--until", asked.until, "YYYY-MM-DD, the last day; or never");
    };
    auto* create =
        command(*channel, "create", "Make a channel; prints its id", [this] { return act("channel create"); });
    create->add_option("--name", asked.name)->required();
    create->add_option("--owner", words_.admin.email, "address of an account")->required();
    create->add_option("--organisation", asked.organisation, "that rents it");
    create->add_option("--description", asked.description);
    create->add_option("--access", asked.access, "who may join")
        ->check(CLI::IsMember({"open", "on-request", "closed"}));
    create->add_option("--case-days", asked.retentionDays, "after which a case is erased (90)")
        ->check(CLI::Range(1, limits::kCaseRetentionDaysMax));
    addRent(create);
    command(*channel, "list", "Id, access, members, end of the rent, name and organisation of every channel",
            [this] { return act("channel list"); });
    const auto byWhich = [&](const std::string& name, const char* description) {
      auto* sub = command(*channel, name, description, [this, name] { return act("channel " + name); });
      sub->add_option("channel", words_.admin.which, "id or name")->required();
      return sub;
    };
    byWhich("show", "What it is, who owns it and what is rented");
    addRent(byWhich("lease", "Change the rent; after its last day everything can be read and nothing added"));
    auto* member = byWhich("add-member", "Put somebody in it");
    member->add_option("--email", words_.admin.email, "address of an account")->required();
    member->add_option("--role", asked.role)->check(CLI::IsMember({"member", "moderator"}));
    byWhich("set-owner", "One more owner")
        ->add_option("--email", words_.admin.email, "address of an account")
        ->required();
    auto* notice = byWhich("notice", "Tell its members from which day on it may be deleted");
    auto* from = notice->add_option("--from", asked.until, "YYYY-MM-DD, at least thirty days ahead");
    notice->add_flag("--withdraw", asked.withdraw, "it stays after all")->excludes(from);
    byWhich("delete", "Delete it for ever; not before the day of its notice");
  }

  void addImports() {
    auto* import = app_.add_subcommand("import", "Bring in questions, answers and documents; again is harmless")
                       ->require_subcommand(1);
    auto* faq = command(*import, "faq", "A Markdown file: '# subject', '## question', text = answer", [this] {
      return importing(
          [this](const ImportSink& sink, const Clock& clock) { return importFaq(words_.faq, sink, clock, err_); });
    });
    faq->add_option("file", words_.faq.file)->required()->check(CLI::ExistingFile);
    faq->add_option("--category", words_.faq.category, "id, slug or Dutch name; a new name makes one");
    faq->add_option("--author", words_.faq.author, "who is shown as asking and answering");
    faq->add_option("--source", words_.faq.source, "names the stable ids (the file's name)");
    faq->add_option_function<std::string>(
           "--date", [this](const std::string& day) { words_.faq.date = parseDate(day); },
           "YYYY-MM-DD of its questions (the moment of their first import)")
        ->check([](const std::string& day) {
          const auto date = day.size() == kDayLength ? parseDate(day) : std::nullopt;
          return date ? std::string() : "no day as YYYY-MM-DD: " + day;
        });

    auto* exchange = command(*import, "stackexchange", "Posts.xml of a Stack Exchange dump", [this] {
      if (!words_.categoryMap.empty()) words_.stackExchange.categoryMap = words_.categoryMap;
      return importing([this](const ImportSink& sink, const Clock&) {
        return importStackExchange(words_.stackExchange, sink, err_);
      });
    });
    exchange->add_option("file", words_.stackExchange.file)->required()->check(CLI::ExistingFile);
    exchange->add_option("--site", words_.stackExchange.site, "host name (from the file's name or folder)");
    exchange->add_option("--category-map", words_.categoryMap, "lines 'tag = category'")->check(CLI::ExistingFile);
    exchange->add_option("--questions-min", words_.stackExchange.questionsPerCategoryMin,
                         "of a tag that becomes a category");
    exchange->add_option("--categories-max", words_.stackExchange.categoriesMax);

    auto* documents = command(*import, "documents", "The files of a folder, into a channel", [this] {
      return withAdmin(
          [this](Admin& admin) { return admin.importDocuments(words_.file, words_.channel, words_.author); });
    });
    documents->add_option("folder", words_.file)->required()->check(CLI::ExistingDirectory);
    documents->add_option("--channel", words_.channel, "id or name")->required();
    documents->add_option("--as", words_.author, "address of the member who adds them (the channel's owner)");

    auto* sample = command(*import, "sample", "The sample content of this repository", [this] {
      const auto clock = createSystemClock();
      const auto run = [&](const ImportSink& sink) { return importSample(words_.sample, sink, *clock, err_); };
      return withAdmin(
          [&](Admin& admin) { return words_.sample.accounts ? admin.runImportInBatches(run) : admin.runImport(run); });
    });
    sample->add_option("folder", words_.sample.folder)->required()->check(CLI::ExistingDirectory);
    sample->add_flag("--passwords", words_.sample.accounts,
                     "its people can sign in, all with the same password: demonstrations only");
  }

  void addBackups() {
    command(app_, "backup", "Copy the database and its documents, also of a running server, and check the copy",
            [this] { return withAdmin([this](Admin& admin) { return admin.backup(words_.file); }); })
        ->add_option("file", words_.file, "must not exist")
        ->required();
    command(app_, "restore", "Put a backup in the place of the database; clients sync afresh",
            [this] { return withAdmin([this](Admin& admin) { return admin.restore(words_.file); }); })
        ->add_option("file", words_.file)
        ->required()
        ->check(CLI::ExistingFile);
  }

  int importing(const std::function<Result<ImportOutcome>(const ImportSink&, const Clock&)>& import) {
    const auto clock = createSystemClock();
    return withAdmin(
        [&](Admin& admin) { return admin.runImport([&](const ImportSink& sink) { return import(sink, *clock); }); });
  }

  Result<Config> settings() {
    Config config;
    if (!words_.config.empty()) {
      auto read = readConfig(words_.config, config);
      if (!read) return read.error();
      config = std::move(*read);
    }
    if (!words_.data.empty()) config.data = words_.data;
    if (!words_.highWater.empty()) config.highWater = words_.highWater;
    if (!words_.listen.empty()) config.net.listen = words_.listen;
    if (!words_.tlsCertificate.empty()) config.net.tls.certificate = words_.tlsCertificate;
    if (!words_.tlsKey.empty()) config.net.tls.key = words_.tlsKey;
    if (words_.behindProxy) config.net.behindProxy = true;
    if (!words_.trustedProxies.empty()) config.net.trustedProxies = words_.trustedProxies;
    if (!words_.registration.empty()) config.registration = words_.registration == "on";
    config.acceptRestore = words_.acceptRestore;
    if (config.net.listen.empty()) config.net.listen = {"127.0.0.1:8080"};
    if (config.data.empty())
      return fail(ErrorCode::badField, "where is the data? give --data DIR, or `data` in the config file");
    return config;
  }

  int runServer() {
    const auto served = serve(config_, [this](const std::vector<std::uint16_t>& ports) {
      for (const auto port : ports) out_ << "listening on port " << port << "\n";
      out_ << std::flush;
    });
    if (served) return kExitDone;
    const auto& error = served.error();
    err_ << "vraagbaakd: " << inWords(error) << "\n";
    if (error.code == ErrorCode::unavailable)
      err_ << "vraagbaakd: another vraagbaakd has the data in " << config_.data.string() << " open\n";
    if (error.code == ErrorCode::restoredDatabase)
      err_ << "vraagbaakd: the database is, or may be, older than what clients were told is safe; to go on with it, "
              "give --accept-restore\n";
    return exitCodeOf(error);
  }

  std::ostream& out_;
  std::ostream& err_;
  CLI::App app_{"The sync server of Vraagbaak."};
  Words words_;
  Config config_;
  std::function<int()> chosen_;
};

}  // namespace

namespace {

// A core file would hold passwords on their way and everybody's texts.
void forbidCoreDumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace

int runCommandLine(int argc, char** argv, std::ostream& out, std::ostream& err) {
  forbidCoreDumps();
  ::umask(077);                   // whatever is made is the owner's: password hashes, everybody's texts
  std::signal(SIGPIPE, SIG_IGN);  // a peer that left is an error code, not an end
  return CommandLine(out, err).run(argc, argv);
}

}  // namespace vb::server::app
