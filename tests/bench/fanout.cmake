# Live push: the server against a lean loop of the same library; fanout.py drives both with wsload.
if(VRAAGBAAK_SERVER)
  vraagbaak_bench(bench_lean_broadcast lean_broadcast.cpp server_net)
  vraagbaak_bench(bench_fanout_server fanout_server.cpp server_net server_api server_services server_storage_sqlite server_allocator)
endif()
