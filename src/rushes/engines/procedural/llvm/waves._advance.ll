; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 260b3d0d8fb31f8d778086cf621b5143
; entry waves._advance.0(complex64:2:C, float64:2:C, float64:2:C, float64:2:C, float64, complex64:2:C, complex64:2:C, complex64:2:C) -> none
define void @waves._advance.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 80
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 96
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 120
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 136
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 160
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 168
  %22 = load ptr, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 184
  %24 = load i64, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 208
  %26 = load ptr, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 224
  %28 = load i64, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 248
  %30 = load ptr, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 264
  %32 = load i64, ptr %31, align 8
  %33 = icmp slt i64 %4, 1
  br i1 %33, label %99, label %34
34:
  %35 = icmp slt i64 %6, 1
  br label %38
36:
  %37 = icmp eq i64 %40, %4
  br i1 %37, label %99, label %38
38:
  %39 = phi i64 [ 0, %34 ], [ %40, %36 ]
  %40 = add nuw nsw i64 %39, 1
  br i1 %35, label %36, label %41
41:
  %42 = mul i64 %39, %10
  %43 = getelementptr double, ptr %8, i64 %42
  %44 = mul i64 %39, %6
  %45 = getelementptr { float, float }, ptr %2, i64 %44
  %46 = mul i64 %39, %24
  %47 = getelementptr { float, float }, ptr %22, i64 %46
  %48 = mul i64 %39, %14
  %49 = getelementptr double, ptr %12, i64 %48
  %50 = mul i64 %39, %28
  %51 = getelementptr { float, float }, ptr %26, i64 %50
  %52 = mul i64 %39, %18
  %53 = getelementptr double, ptr %16, i64 %52
  %54 = mul i64 %39, %32
  %55 = getelementptr { float, float }, ptr %30, i64 %54
  br label %56
56:
  %57 = phi i64 [ 0, %41 ], [ %58, %56 ]
  %58 = add nuw nsw i64 %57, 1
  %59 = getelementptr double, ptr %43, i64 %57
  %60 = load double, ptr %59, align 8
  %61 = fneg double %60
  %62 = fmul double %20, %61
  %63 = tail call double @llvm.cos.f64(double %62)
  %64 = tail call double @llvm.sin.f64(double %62)
  %65 = getelementptr { float, float }, ptr %45, i64 %57
  %66 = load float, ptr %65, align 4
  %67 = getelementptr inbounds nuw i8, ptr %65, i64 4
  %68 = load float, ptr %67, align 4
  %69 = fpext float %66 to double
  %70 = fmul double %63, %69
  %71 = fpext float %68 to double
  %72 = fmul double %64, %71
  %73 = fsub double %70, %72
  %74 = fmul double %64, %69
  %75 = fmul double %63, %71
  %76 = fadd double %74, %75
  %77 = getelementptr { float, float }, ptr %47, i64 %57
  %78 = fptrunc double %73 to float
  %79 = fptrunc double %76 to float
  store float %78, ptr %77, align 4
  %80 = getelementptr inbounds nuw i8, ptr %77, i64 4
  store float %79, ptr %80, align 4
  %81 = fneg double %76
  %82 = getelementptr double, ptr %49, i64 %57
  %83 = load double, ptr %82, align 8
  %84 = fmul double %83, %81
  %85 = fmul double %73, %83
  %86 = getelementptr { float, float }, ptr %51, i64 %57
  %87 = fptrunc double %84 to float
  %88 = fptrunc double %85 to float
  store float %87, ptr %86, align 4
  %89 = getelementptr inbounds nuw i8, ptr %86, i64 4
  store float %88, ptr %89, align 4
  %90 = getelementptr double, ptr %53, i64 %57
  %91 = load double, ptr %90, align 8
  %92 = fmul double %91, %81
  %93 = fmul double %73, %91
  %94 = getelementptr { float, float }, ptr %55, i64 %57
  %95 = fptrunc double %92 to float
  %96 = fptrunc double %93 to float
  store float %95, ptr %94, align 4
  %97 = getelementptr inbounds nuw i8, ptr %94, i64 4
  store float %96, ptr %97, align 4
  %98 = icmp eq i64 %6, %58
  br i1 %98, label %36, label %56
99:
  ret void
}
declare double @llvm.cos.f64(double)
declare double @llvm.sin.f64(double)
