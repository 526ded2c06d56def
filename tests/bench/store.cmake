vraagbaak_bench(bench_store store.cpp client_store Qt6::Core)
