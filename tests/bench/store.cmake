vraagbaak_bench(bench_store store.cpp client_store Qt6::Core)
vraagbaak_bench(bench_store_search search_profile.cpp client_store Qt6::Core)
vraagbaak_bench(bench_documents documents.cpp client_store Qt6::Core)
