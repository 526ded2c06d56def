#include "client/models/engine_desk.h"

namespace vb::client {

EngineDesk::EngineDesk(Engine& engine, QObject* parent) : Desk(parent), engine_(engine) {
  connect(&engine, &Engine::linkChanged, this, &Desk::linkChanged);
  connect(&engine, &Engine::changed, this, &Desk::changed);
  connect(&engine, &Engine::signInFinished, this, &Desk::signInFinished);
  connect(&engine, &Engine::signedOut, this, &Desk::signedOut);
  connect(&engine, &Engine::reachKnown, this, &Desk::reachKnown);
  connect(&engine, &Engine::searchFinished, this, &Desk::searchFinished);
  connect(&engine, &Engine::similarFound, this, &Desk::similarFound);
  connect(&engine, &Engine::storeFailed, this, &Desk::storeFailed);
  connect(&engine, &Engine::flushed, this, &Desk::flushed);
  connect(&engine, &Engine::writeRefused, this, &Desk::writeRefused);
  connect(&engine, &Engine::documentOpened, this, &Desk::documentOpened);
  connect(&engine, &Engine::documentSaved, this, &Desk::documentSaved);
  connect(&engine, &Engine::documentTextRead, this, &Desk::documentTextRead);
  connect(&engine, &Engine::exportProgressed, this, &Desk::exportProgressed);
  connect(&engine, &Engine::exportFinished, this, &Desk::exportFinished);
  connect(&engine, &Engine::documentRefused, this, &Desk::documentRefused);
}

}  // namespace vb::client

// Its own unit, so that a test of a screen links no engine.
#include "moc_engine_desk.cpp"
