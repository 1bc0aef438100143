; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source b9cfbfb8a57726870544c55a40fa7e0d
; entry forest._project.0(float32:2:C, float32:2:C, float64, float64, float64, float64, float64, float64, float64, float64, int64, int64, bool) -> int64
define i64 @forest._project.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 48
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 56
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 80
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 88
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 96
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 104
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 112
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 120
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 128
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 136
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 160
  %30 = load i64, ptr %29, align 8
  %31 = and i64 %30, 255
  %32 = icmp eq i64 %31, 0
  %33 = fneg double %16
  %34 = select i1 %32, double %16, double %33
  %35 = icmp slt i64 %10, 1
  br i1 %35, label %105, label %36
36:
  %37 = getelementptr i8, ptr %0, i64 152
  %38 = load i64, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 144
  %40 = load i64, ptr %39, align 8
  %41 = sitofp i64 %40 to double
  %42 = sitofp i64 %38 to double
  br label %88
43:
  %44 = getelementptr i8, ptr %93, i64 12
  %45 = load float, ptr %44, align 4
  %46 = fpext float %45 to double
  %47 = fmul double %24, %46
  %48 = fdiv double %47, %103
  %49 = fcmp olt double %48, 1.600000e+00
  br i1 %49, label %85, label %50
50:
  %51 = fmul double %22, %96
  %52 = fmul double %20, %100
  %53 = fsub double %51, %52
  %54 = fmul double %24, %53
  %55 = fdiv double %54, %103
  %56 = fadd double %26, %55
  %57 = fmul double %48, -3.000000e-01
  %58 = fcmp olt double %56, %57
  br i1 %58, label %85, label %59
59:
  %60 = fmul double %48, 3.000000e-01
  %61 = fadd double %60, %41
  %62 = fcmp ogt double %56, %61
  br i1 %62, label %85, label %63
63:
  %64 = getelementptr i8, ptr %93, i64 4
  %65 = load float, ptr %64, align 4
  %66 = fpext float %65 to double
  %67 = fsub double %66, %34
  %68 = fmul double %24, %67
  %69 = fdiv double %68, %103
  %70 = fsub double %28, %69
  %71 = fcmp olt double %70, 0.000000e+00
  %72 = fsub double %70, %48
  %73 = fcmp ogt double %72, %42
  %74 = select i1 %71, i1 true, i1 %73
  br i1 %74, label %85, label %75
75:
  %76 = fptrunc double %103 to float
  %77 = icmp slt i64 %89, 0
  %78 = select i1 %77, i64 %4, i64 0
  %79 = add i64 %78, %89
  %80 = mul i64 %79, %6
  %81 = getelementptr float, ptr %2, i64 %80
  store float %76, ptr %81, align 4
  %82 = uitofp i64 %90 to float
  %83 = getelementptr i8, ptr %81, i64 4
  store float %82, ptr %83, align 4
  %84 = add nsw i64 %89, 1
  br label %85
85:
  %86 = phi i64 [ %84, %75 ], [ %89, %88 ], [ %89, %43 ], [ %89, %59 ], [ %89, %50 ], [ %89, %63 ]
  %87 = icmp eq i64 %91, %10
  br i1 %87, label %105, label %88
88:
  %89 = phi i64 [ 0, %36 ], [ %86, %85 ]
  %90 = phi i64 [ 0, %36 ], [ %91, %85 ]
  %91 = add nuw nsw i64 %90, 1
  %92 = mul i64 %90, %12
  %93 = getelementptr float, ptr %8, i64 %92
  %94 = load float, ptr %93, align 4
  %95 = fpext float %94 to double
  %96 = fsub double %95, %14
  %97 = getelementptr i8, ptr %93, i64 8
  %98 = load float, ptr %97, align 4
  %99 = fpext float %98 to double
  %100 = fsub double %99, %18
  %101 = fmul double %20, %96
  %102 = fmul double %22, %100
  %103 = fadd double %101, %102
  %104 = fcmp olt double %103, 8.000000e+00
  br i1 %104, label %85, label %43
105:
  %106 = phi i64 [ 0, %1 ], [ %86, %85 ]
  ret i64 %106
}
